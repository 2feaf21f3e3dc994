package org.xinheng.server.consent;

import java.util.Set;

/** Who received a record on an organisation's consent: whoever corrects it owes them a notice. */
@FunctionalInterface
public interface ConsentedReaders {

    /**
     * @param address of a record
     * @return ids of institutions, which are those of their API clients
     */
    Set<String> of(String address);
}
