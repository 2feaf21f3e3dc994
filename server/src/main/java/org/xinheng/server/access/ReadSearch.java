package org.xinheng.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through the log of reads (查询日志检索): body, post and purpose, never the account that read. */
public interface ReadSearch {

    /**
     * @param from first moment
     * @param until first moment after
     * @param sources ids of the bodies whose reads are looked for; null for all
     * @param most rows at most, newest first
     */
    record Query(Instant from, Instant until, @Nullable Set<String> sources, int most) {}

    /**
     * @param roles posts of the account as they are today; empty for a program and for whoever signed in elsewhere
     * @param source id of the body; null for the credit office and for an organisation's own account
     */
    record Reading(
            Instant at,
            Actor.Kind kind,
            Set<Role> roles,
            @Nullable String source,
            String what,
            @Nullable Long organisation,
            String purpose) {}

    List<Reading> find(Query query);
}
