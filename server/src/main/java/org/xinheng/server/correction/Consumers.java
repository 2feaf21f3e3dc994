package org.xinheng.server.correction;

import java.util.Map;

/** Register of those who receive correction notices (更正通知接收单位): API clients. */
public interface Consumers {

    /**
     * Registers a client, or changes how it is reached. Whoever was told of a record by a check is a consumer without it.
     *
     * @param clientId id of an API client
     * @param actor account or client that registers it
     * @return field ({@code webhook}, {@code probe}) → what is wrong with its address; empty when it is registered
     */
    Map<String, AddressFault> register(String clientId, Registration registration, String actor);

    /** No further notice is addressed to it; what it owes already stays owed. @return false when it is not registered */
    boolean close(String clientId, String actor);
}
