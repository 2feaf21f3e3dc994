package org.xinheng.server.archive.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.FindingCode;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.Words;

/**
 * A record in the queue, with why it stands there and what to do.
 *
 * @param why one sentence for each reason
 * @param severity class under which it is shown meanwhile; null while it is held
 */
public record HeldLine(
        RecordLine record, List<String> why, @Nullable Title severity) {

    /** Steps of the gate that hold a record back; the others only tell how it went. */
    private static final Set<String> HOLDS = Set.of(
            FindingCode.GATE_NO_DECISION_DATE.code(),
            FindingCode.GATE_NO_LEGAL_BASIS.code(),
            FindingCode.GATE_NO_DOCUMENT_NUMBER.code(),
            FindingCode.GATE_NO_AUTHORITY.code(),
            FindingCode.GATE_NO_SEVERITY.code(),
            FindingCode.GATE_NO_WINDOW.code());

    public HeldLine {
        why = List.copyOf(why);
    }

    static HeldLine of(RecordLine record, Kind kind, Policy policy, Words words) {
        List<String> why = new ArrayList<>();
        for (String reason : record.reasons()) {
            boolean counts = kind == Kind.HELD
                    ? HOLDS.contains(reason)
                    : reason.equals(FindingCode.GATE_SEVERITY_UNCONFIRMED.code());
            String sentence = counts ? words.find("findings", "finding." + reason) : null;
            if (sentence != null) {
                why.add(sentence);
            }
        }
        if (why.isEmpty()) {
            why.add(words.say(HeldText.UNEXPLAINED));
        }
        return new HeldLine(record, why, severity(record, policy));
    }

    private static @Nullable Title severity(RecordLine record, Policy policy) {
        String id = record.version().severity();
        GateRules rules = policy.gates().get(record.version().type());
        SeverityClass found =
                id == null || rules == null ? null : rules.classes().get(id);
        return found == null ? null : found.title();
    }
}
