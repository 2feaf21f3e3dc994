package org.xinheng.server.intake.spool;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.CheckedRow.CodeUse;
import org.xinheng.core.record.DateWindow;
import org.xinheng.core.record.Finding;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.intake.spool.StagedRow.Content;
import org.xinheng.server.intake.spool.StagedRow.OutOfScope;
import org.xinheng.server.intake.spool.StagedRow.Refused;
import org.xinheng.server.intake.spool.StagedRow.Usable;

/** The forms of rows in spools. They live as long as a delivery is under way, so they carry no version. */
final class RowCodec {

    private static final CodeUse[] CODE_USES = CodeUse.values();
    private static final Publication.Gate[] GATES = Publication.Gate.values();
    private static final Finding.Weight[] WEIGHTS = Finding.Weight.values();

    private static final int USABLE = 1;
    private static final int REGISTERED = 2;
    private static final int REFUSED = 3;
    private static final int OUT_OF_SCOPE = 4;

    private RowCodec() {}

    static void write(SpoolWriter out, StagedRow row) {
        switch (row) {
            case Usable usable -> {
                var content = usable.content();
                out.number(content == null ? REGISTERED : USABLE).number(usable.row());
                out.optionalText(usable.code())
                        .number(usable.codeUse().ordinal())
                        .text(usable.name());
                if (content != null) {
                    write(out, content);
                }
                writeFindings(out, usable.warnings());
                out.bytes(usable.payload());
            }
            case Refused refused -> {
                out.number(REFUSED).number(refused.row());
                writeFindings(out, refused.findings());
                writeCells(out, refused.cells());
            }
            case OutOfScope person ->
                out.number(OUT_OF_SCOPE).number(person.row()).word(person.reason());
        }
    }

    static StagedRow read(SpoolReader in) throws IOException {
        int kind = in.small();
        int row = in.small();
        return switch (kind) {
            case USABLE, REGISTERED -> {
                var code = in.optionalText();
                var use = CODE_USES[in.small()];
                var name = in.text();
                var content = kind == USABLE ? readContent(in) : null;
                yield new Usable(row, code, use, name, content, readFindings(in), in.bytes());
            }
            case REFUSED -> new Refused(row, readFindings(in), readCells(in));
            case OUT_OF_SCOPE -> new OutOfScope(row, in.word());
            default -> throw new IOException("a spool is damaged");
        };
    }

    static void write(SpoolWriter out, Content content) {
        out.fixed(content.keyHash()).day(content.decidedOn()).word(content.authority());
        write(out, content.publication(), content.decidedOn());
        out.number(content.repairNotice() ? 1 : 0);
    }

    static Content readContent(SpoolReader in) throws IOException {
        long keyHash = in.fixed();
        var decidedOn = in.day();
        return new Content(keyHash, decidedOn, in.word(), readPublication(in, decidedOn), in.small() == 1);
    }

    static void write(SpoolWriter out, long organisationId, Usable row) {
        out.fixed(organisationId).number(row.row());
        write(out, java.util.Objects.requireNonNull(row.content()));
        out.bytes(row.payload());
    }

    static MatchedRow readMatched(SpoolReader in, Instant receivedAt) throws IOException {
        long organisationId = in.fixed();
        int row = in.small();
        var content = readContent(in);
        var version = new NewVersion(
                organisationId,
                content.keyHash(),
                row,
                content.decidedOn(),
                content.authority(),
                content.publication(),
                receivedAt,
                in.bytes());
        return new MatchedRow(version, content.repairNotice());
    }

    private static void write(SpoolWriter out, Publication publication, LocalDate decidedOn) {
        var window = publication.window();
        var last = window == null ? null : window.last();
        out.number(publication.gate().ordinal())
                .number((window == null ? 0 : 1)
                        | (last == null ? 0 : 2)
                        | (publication.earliestRepair() == null ? 0 : 4)
                        | (publication.severity() == null ? 0 : 8)
                        | (publication.toBeConfirmed() ? 16 : 0));
        writeDay(out, window == null ? null : window.first(), decidedOn);
        writeDay(out, last, decidedOn);
        writeDay(out, publication.earliestRepair(), decidedOn);
        if (publication.severity() != null) {
            out.word(publication.severity());
        }
        out.word(publication.reasons());
    }

    private static void writeDay(SpoolWriter out, @Nullable LocalDate day, LocalDate base) {
        if (day != null) {
            out.signed(day.toEpochDay() - base.toEpochDay());
        }
    }

    private static Publication readPublication(SpoolReader in, LocalDate decidedOn) throws IOException {
        var gate = GATES[in.small()];
        int has = in.small();
        var first = (has & 1) == 0 ? null : decidedOn.plusDays(in.signed());
        var last = (has & 2) == 0 ? null : decidedOn.plusDays(in.signed());
        var repair = (has & 4) == 0 ? null : decidedOn.plusDays(in.signed());
        var severity = (has & 8) == 0 ? null : in.word();
        return new Publication(
                gate, first == null ? null : new DateWindow(first, last), severity, repair, (has & 16) != 0, in.word());
    }

    static void writeFindings(SpoolWriter out, List<Finding> findings) {
        out.number(findings.size());
        for (var finding : findings) {
            out.word(finding.code()).number(finding.weight().ordinal());
            out.word(finding.field() == null ? "" : finding.field());
            out.word(finding.rule() == null ? "" : finding.rule());
            out.number(finding.facts().size());
            finding.facts().forEach((name, value) -> out.word(name).text(value));
        }
    }

    static List<Finding> readFindings(SpoolReader in) throws IOException {
        int count = in.small();
        var findings = new ArrayList<Finding>(count);
        for (int i = 0; i < count; i++) {
            var code = in.word();
            var weight = WEIGHTS[in.small()];
            var field = in.word();
            var rule = in.word();
            var facts = new LinkedHashMap<String, String>();
            for (int left = in.small(); left > 0; left--) {
                facts.put(in.word(), in.text());
            }
            findings.add(
                    new Finding(code, weight, field.isEmpty() ? null : field, facts, rule.isEmpty() ? null : rule));
        }
        return findings;
    }

    static void writeCells(SpoolWriter out, @Nullable String[] cells) {
        out.number(cells.length);
        for (var cell : cells) {
            out.text(cell == null ? "" : cell);
        }
    }

    static @Nullable String[] readCells(SpoolReader in) throws IOException {
        var cells = new @Nullable String[in.small()];
        for (int i = 0; i < cells.length; i++) {
            var cell = in.text();
            cells[i] = cell.isEmpty() ? null : cell;
        }
        return cells;
    }
}
