package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.DateWindow;
import org.xinheng.core.record.GateDecision;

/**
 * What the publish gate decided of a version, in the form in which it is kept.
 *
 * @param window first and last public day when shown, else null
 * @param severity id of the severity class; null for records that are not adverse
 * @param reasons codes of the steps in their order, parted by blanks; a code that a rule of the pack stands behind is
 *     followed by {@code #} and the rule's id
 */
public record Publication(
        Gate gate,
        @Nullable DateWindow window,
        @Nullable String severity,
        @Nullable LocalDate earliestRepair,
        boolean toBeConfirmed,
        String reasons) {

    /** The order is the number kept in the database: append only. */
    public enum Gate {
        SHOWN("shown"),
        NOT_SHOWN("not-shown"),
        HELD("held");

        private final String id;

        Gate(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public Publication {
        if ((gate == Gate.SHOWN) != (window != null)) {
            throw new IllegalArgumentException("a window belongs to what is shown, and to nothing else");
        }
    }

    public static Publication of(GateDecision decision) {
        return switch (decision) {
            case GateDecision.Shown shown ->
                new Publication(
                        Gate.SHOWN,
                        shown.window(),
                        shown.severity(),
                        shown.earliestRepair(),
                        shown.toBeConfirmed(),
                        written(shown.reasons()));
            case GateDecision.NotShown hidden ->
                new Publication(
                        Gate.NOT_SHOWN,
                        null,
                        hidden.severity(),
                        hidden.earliestRepair(),
                        false,
                        written(hidden.reasons()));
            case GateDecision.Held held -> new Publication(Gate.HELD, null, null, null, false, written(held.reasons()));
        };
    }

    private static String written(List<GateDecision.Reason> reasons) {
        StringBuilder text = new StringBuilder();
        for (GateDecision.Reason reason : reasons) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(reason.code());
            if (reason.rule() != null) {
                text.append('#').append(reason.rule());
            }
        }
        return text.toString();
    }
}
