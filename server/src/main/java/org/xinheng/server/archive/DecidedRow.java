package org.xinheng.server.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.core.record.CheckedRow;
import org.xinheng.core.record.Finding;
import org.xinheng.core.record.GateDecision;
import org.xinheng.core.record.PublishGate;
import org.xinheng.core.record.RowCheck;
import org.xinheng.core.record.RowVerdict;

/**
 * A row that no file brought: of what was decided or signed on this platform. It is checked and gated exactly as a delivered one.
 *
 * @param organisation id of the subject
 * @param authority code of the body that decided, which counts as source too
 */
public record DecidedRow(RecordType type, Policy policy, long organisation, String authority) {

    /** What the row became. */
    public sealed interface Read {

        record Fit(NewVersion version) implements Read {}

        /** @param codes of the findings, or of the gate's reasons */
        record Unfit(List<String> codes) implements Read {}
    }

    /**
     * @param cells by the fields of the type
     * @param zone in which the day of the instant is
     */
    public Read read(@Nullable String[] cells, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (RowCheck.of(type, policy, today, authority, null).check(cells)) {
            case RowVerdict.Usable usable -> gated(usable.row(), now, today);
            case RowVerdict.Refused refused ->
                new Read.Unfit(refused.findings().stream().map(Finding::code).toList());
            case RowVerdict.OutOfScope person -> new Read.Unfit(List.of(person.reason()));
        };
    }

    private Read gated(CheckedRow row, Instant now, LocalDate today) {
        GateDecision gate = PublishGate.under(policy, type).decide(row.values(), today);
        if (gate instanceof GateDecision.Held held) {
            return new Read.Unfit(
                    held.reasons().stream().map(GateDecision.Reason::code).toList());
        }
        return new Read.Fit(new NewVersion(
                organisation,
                row.keyHash(),
                1,
                Objects.requireNonNull(row.decidedOn()),
                authority,
                Publication.of(gate),
                now,
                CanonicalForm.of(type).encode(row.values())));
    }
}
