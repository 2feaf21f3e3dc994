package org.xinheng.server.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What subscribers are told (订阅变动): that they should ask again, never what changed. For those who bring it to them. */
public interface SubscribedChanges {

    /** What a change asks for. */
    String ASK_AGAIN = "ask-again";

    /** Client → ordinal of the last change that it is to be told of; clients without any are absent. */
    Map<String, Long> last();

    /**
     * Changes after one, oldest first, of subscriptions that had not ended when it was seen; logged as given out before this returns.
     *
     * @param ordinal of the last change that the client has; 0 for none
     * @throws org.springframework.dao.DataAccessException when that cannot be read or logged: then nothing may be given out
     */
    List<Change> givenOut(String client, long ordinal, int limit);

    /**
     * @param cursor ordinal of the change, to go on after it
     * @param subscription id
     * @param name of the list, as its client calls it
     * @param code as it was registered
     * @param seenAt when it was seen that an answer would be another one
     */
    record Change(long cursor, long subscription, String name, String matter, String code, Instant seenAt) {}
}
