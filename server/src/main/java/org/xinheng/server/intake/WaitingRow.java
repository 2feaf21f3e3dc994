package org.xinheng.server.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row that waits for a human, or waited for one (待核实行).
 *
 * @param source code of the delivering source
 * @param cause why it could not be attached
 * @param receivedAt first receipt, however often it came since: the source's clock stopped there
 * @param name of the party as delivered
 * @param code of the party as delivered, when it has the form of one
 * @param recordKey hash of the natural key without the organisation
 * @param values field name → value as delivered, blank ones left out
 * @param settlement last decision about it; null while it never had one
 */
public record WaitingRow(
        Id id,
        String type,
        String source,
        RowCause cause,
        Instant receivedAt,
        boolean historical,
        String name,
        @Nullable String code,
        LocalDate decidedOn,
        long recordKey,
        Map<String, String> values,
        State state,
        @Nullable Settlement settlement) {

    public WaitingRow {
        values = Map.copyOf(values);
    }

    /** Where it first came from; written as {@code delivery-row}. */
    public record Id(long deliveryId, int row) {

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

        public static Optional<Id> parse(String written) {
            var parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Id(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return deliveryId + "-" + row;
        }
    }

    public enum State {
        WAITING,
        /** A human said which organisation it is about. */
        LINKED,
        /** Sent back to the source with a reason; delivered again it waits again. */
        RETURNED
    }

    /**
     * What a human decided.
     *
     * @param ground why
     * @param organisationId whom it was linked to, or whose link was taken back; null for a return
     */
    public record Settlement(
            String actor,
            String ground,
            Instant at,
            @Nullable Long organisationId) {}
}
