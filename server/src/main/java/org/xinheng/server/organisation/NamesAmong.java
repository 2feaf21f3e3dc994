package org.xinheng.server.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Current names of a set of organisations, looked through and put in order where they are kept: no name leaves the register for it.
 * Redirects of merged entries are followed; ids that the register does not know are left out.
 */
public interface NamesAmong {

    /**
     * Those whose name holds a text, in whatever case.
     *
     * @param ids any number; they are kept as they were given, also where an entry was merged
     */
    List<Long> holding(String text, Collection<Long> ids);

    /** The place of each in the order of the Chinese dictionary, from 1; organisations of the same name share one. */
    Map<Long, Integer> places(Collection<Long> ids);
}
