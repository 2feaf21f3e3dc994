package org.xinheng.server.correction.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice as those read it who had received the record.
 *
 * @param number of the notice, {@code 2026-17}
 * @param cursor to go on after it
 * @param kind what befell the record: withdrawn, repaired, unlinked, corrected, expired, withheld, marked, restored
 * @param action {@code remove} or {@code replace}
 * @param statement public statement that clears the party, for withdrawals
 * @param acknowledgement address at which it is acknowledged
 */
public record FullNotice(
        String number,
        String cursor,
        String kind,
        String action,
        Concerned record,
        @Nullable Party organisation,
        @Nullable String statement,
        Instant writtenAt,
        LocalDate dueOn,
        String acknowledgement) {

    /** @param documentNumber of the decision behind it; null where it has none or was erased */
    public record Concerned(
            String address,
            String type,
            int version,
            @Nullable String documentNumber) {}

    public record Party(@Nullable String code, String name) {}
}
