package org.xinheng.server.correction.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that consumers are sent in an order of its own, from where their webhook came to. */
interface Feed {

    /** Consumers with a webhook, something to be sent, and no pause. */
    List<HookStore.Due> due(Instant now);

    /**
     * The next message, logged as given out; null when there is nothing to be sent now.
     *
     * @param delivered ordinal of the last thing that the webhook took
     */
    @Nullable
    Message message(long consumer, long delivered);

    /** Keeps how far a webhook came, and when it is tried again. */
    void state(long consumer, long delivered, int failures, Instant next);

    /**
     * @param id of the message, the same whenever it is sent
     * @param upTo ordinal of the last thing in it
     * @param body JSON; owned by the message
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(String address, String id, long upTo, byte[] body) {}
}
