package org.xinheng.server.measure;

import java.util.Set;

/** Which programs a check told of a record. */
@FunctionalInterface
public interface ToldClients {

    /**
     * @param address of a record of the organisation
     * @return ids of API clients that received an answer with the record in it
     */
    Set<String> of(long organisationId, String address);
}
