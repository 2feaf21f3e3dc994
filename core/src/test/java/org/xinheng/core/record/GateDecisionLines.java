package org.xinheng.core.record;

import java.util.List;
import org.xinheng.core.record.GateDecision.Held;
import org.xinheng.core.record.GateDecision.NotShown;
import org.xinheng.core.record.GateDecision.Reason;
import org.xinheng.core.record.GateDecision.Shown;

/** What the gate decided, short enough for a table. */
final class GateDecisionLines {

    private GateDecisionLines() {}

    /** Decision in one line: "shown general 2026-05-06..2027-05-05 repair 2026-08-06 [to be confirmed]". */
    static String line(GateDecision decision) {
        return switch (decision) {
            case Shown shown ->
                "shown " + shown.severity() + " " + shown.window().first() + ".."
                        + shown.window().last() + " repair " + shown.earliestRepair()
                        + (shown.toBeConfirmed() ? " to-be-confirmed" : "");
            case NotShown not ->
                "not " + not.severity() + " " + last(not.reasons()) + " repair " + not.earliestRepair();
            case Held held -> "held " + String.join(" ", codes(held));
        };
    }

    static String last(List<Reason> reasons) {
        return reasons.getLast().code();
    }

    static List<String> codes(GateDecision decision) {
        return decision.reasons().stream().map(Reason::code).toList();
    }
}
