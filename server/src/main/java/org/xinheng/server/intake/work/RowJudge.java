package org.xinheng.server.intake.work;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.core.record.CheckedRow;
import org.xinheng.core.record.Finding;
import org.xinheng.core.record.PublishGate;
import org.xinheng.core.record.RowCheck;
import org.xinheng.core.record.RowVerdict;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.intake.read.Columns;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.StagedRow;

/** Everything that can be said of a row without looking into register and archive. One instance serves many threads. */
final class RowJudge {

    private final Columns columns;
    private final RowCheck check;
    private final CanonicalForm form;
    private final PublishGate gate;
    private final LocalDate today;
    private final boolean record;
    private final int authority;
    private final int repairNotice;

    /** @param source code of the delivering source */
    RowJudge(Columns columns, Policy policy, String source, LocalDate today) {
        var type = columns.type();
        this.columns = columns;
        this.today = today;
        check = RowCheck.of(type, policy, today, source, columns.layout());
        form = CanonicalForm.of(type);
        gate = PublishGate.under(policy, type);
        record = type.target() == RecordType.Target.ARCHIVE;
        authority = type.indexOf(Field.Role.AUTHORITY_CODE);
        repairNotice = type.indexOf(Field.Role.REPAIR_NOTICE_ON);
    }

    /** @param number of the row in the delivery */
    StagedRow judge(SourceRow row, int number) {
        var misfit = columns.misfit(row);
        if (misfit != null) {
            return misfit(row, number, misfit);
        }
        var cells = columns.arrange(row.cells());
        var findings = findings(row, cells);
        // The person test stands before everything else, also in a row that is broken otherwise.
        var verdict = check.check(cells);
        return switch (verdict) {
            case RowVerdict.OutOfScope person -> new StagedRow.OutOfScope(number, person.reason());
            case RowVerdict.Refused refused -> refused(number, together(findings, refused.findings()), cells);
            case RowVerdict.Usable usable ->
                findings.isEmpty() ? usable(number, usable) : refused(number, findings, cells);
        };
    }

    /** No cell of it is kept: what was dropped or personal in its own column may stand in any other. */
    private StagedRow misfit(SourceRow row, int number, Finding misfit) {
        var person = check.checkMisfit(row.cells());
        return person != null
                ? new StagedRow.OutOfScope(number, person.reason())
                : new StagedRow.Refused(number, List.of(misfit), new @Nullable String[0]);
    }

    private List<Finding> findings(SourceRow row, @Nullable String[] cells) {
        var translated = columns.translate(cells);
        var faults = columns.faults(row);
        return faults.isEmpty()
                ? translated
                : Stream.concat(faults.stream(), translated.stream()).toList();
    }

    /** What the checks say of other fields; a cell that is no value says nothing more. */
    private static List<Finding> together(List<Finding> first, List<Finding> checks) {
        if (first.isEmpty()) {
            return checks;
        }
        var told = first.stream().map(Finding::field).collect(Collectors.toCollection(HashSet::new));
        return Stream.concat(first.stream(), checks.stream().filter(finding -> !told.contains(finding.field())))
                .toList();
    }

    private StagedRow refused(int number, List<Finding> findings, @Nullable String[] cells) {
        return new StagedRow.Refused(number, findings, check.returned(cells));
    }

    private StagedRow usable(int number, RowVerdict.Usable usable) {
        var row = usable.row();
        return new StagedRow.Usable(
                number,
                row.subjectCode(),
                row.codeUse(),
                row.subjectName(),
                record ? content(row) : null,
                usable.warnings(),
                form.encode(row.values()));
    }

    private StagedRow.Content content(CheckedRow row) {
        var decidedOn = row.decidedOn();
        var code = authority < 0 ? null : row.values()[authority];
        if (decidedOn == null) {
            throw new IllegalStateException("a record type whose rows need no day of decision");
        }
        return new StagedRow.Content(
                row.keyHash(),
                decidedOn,
                code == null ? "" : code,
                Publication.of(gate.decide(row.values(), today)),
                repairNotice >= 0 && row.values()[repairNotice] != null);
    }
}
