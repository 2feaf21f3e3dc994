package org.xinheng.server.measure.subscription;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes that a client watches in one matter.
 *
 * @param client id of the API client
 * @param source body to which the client belongs; null for one of no body
 * @param frame why it is watched
 * @param until last day on which changes are told
 * @param endedAt when it was ended before that day; null while it was not
 */
public record Subscription(
        long id,
        String client,
        @Nullable String source,
        String name,
        Frame frame,
        int codes,
        Instant registeredAt,
        LocalDate until,
        @Nullable Instant endedAt) {

    /**
     * @param matter id; of the rules at registration
     * @param operator post at the asking body
     */
    public record Frame(String matter, String purpose, String caseNumber, String operator) {}

    public boolean open(LocalDate today) {
        return endedAt == null && !today.isAfter(until);
    }
}
