package org.xinheng.server.intake.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.IntakeText;
import org.xinheng.server.intake.desk.Sentences;
import org.xinheng.server.intake.desk.Sentences.Said;
import org.xinheng.server.web.LongWorkbook;
import org.xinheng.server.web.Words;

/**
 * The workbook of all rows that were not accepted: where, what, under which rule, what to do, and the row as it was cleaned.
 * Personal columns are not in it, and of rows out of scope nothing but number and reason. Written as it is read: its size
 * does not matter to memory.
 */
public final class ErrorWorkbook {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<RowOutcome> NOT_ACCEPTED =
            EnumSet.of(RowOutcome.WAITING, RowOutcome.REFUSED, RowOutcome.OUT_OF_SCOPE);
    private static final List<IntakeText> ABOUT_THE_ROW = List.of(
            IntakeText.WORKBOOK_SHEET_OF_ROW,
            IntakeText.WORKBOOK_ROW,
            IntakeText.WORKBOOK_OUTCOME,
            IntakeText.WORKBOOK_COLUMN,
            IntakeText.WORKBOOK_TO_DO,
            IntakeText.WORKBOOK_RULE,
            IntakeText.WORKBOOK_BASIS);
    private static final List<IntakeText> ABOUT_THE_FILE = List.of(
            IntakeText.WORKBOOK_SHEET_OF_ROW,
            IntakeText.WORKBOOK_ROW,
            IntakeText.WORKBOOK_COLUMN,
            IntakeText.WORKBOOK_TO_DO,
            IntakeText.WORKBOOK_RULE,
            IntakeText.WORKBOOK_BASIS);

    private final Delivery delivery;
    private final Sentences sentences;
    private final Words words;
    private final List<Field> fields;
    private final int[] shown;

    public ErrorWorkbook(Delivery delivery, Sentences sentences) {
        this.delivery = delivery;
        this.sentences = sentences;
        this.words = sentences.words();
        this.fields = sentences.type().fields();
        this.shown = IntStream.range(0, fields.size())
                .filter(i -> switch (fields.get(i).privacy()) {
                    case DROPPED, PERSON_MARK -> false;
                    case PUBLIC, FREE_TEXT, SHARED -> true;
                })
                .toArray();
    }

    /** Value of the header that names the file for browsers. */
    public static String disposition(Delivery delivery) {
        return "attachment; filename=\"errors-" + delivery.id() + ".xlsx\"";
    }

    /** Writes it whole; what breaks off in the middle is no workbook. The stream stays open. */
    public void write(Receipts receipts, OutputStream out) throws IOException {
        if (delivery.state() == Delivery.State.REJECTED) {
            writeFile(out);
            return;
        }
        var sheets = new LongWorkbook(out, number -> words.say(IntakeText.WORKBOOK_SHEET, number), header());
        try {
            receipts.read(delivery, 1, NOT_ACCEPTED, row -> {
                add(sheets, cells(row));
                return true;
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        sheets.finish();
    }

    private static void add(LongWorkbook sheets, List<String> cells) {
        try {
            sheets.add(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> header() {
        var header = new ArrayList<>(ABOUT_THE_ROW.stream().map(words::say).toList());
        for (int field : shown) {
            header.add(words.say(fields.get(field).title()));
        }
        return header;
    }

    private List<String> cells(RowReceipt row) {
        var place = delivery.placeOf(row.row());
        List<Said> said = sentences.say(delivery, row);
        var cells = new ArrayList<String>(ABOUT_THE_ROW.size() + shown.length);
        cells.add(place.sheet());
        cells.add(Integer.toString(place.row()));
        cells.add(words.say(IntakeText.of(row.outcome())));
        cells.add(joined(said, ErrorWorkbook::column));
        cells.add(joined(said, Said::sentence));
        cells.add(joined(said, Said::rule));
        cells.add(joined(said, Said::basis));
        @Nullable String[] values = row.cells();
        for (int field : shown) {
            String value = field < values.length ? values[field] : null;
            cells.add(value == null ? "" : value);
        }
        return cells;
    }

    private static String column(Said said) {
        String column = said.column();
        return column == null ? "" : said.title() == null ? column : said.title() + " " + column;
    }

    /** Each once, one to a line, in the order of the findings. */
    private static String joined(List<Said> said, Function<Said, String> part) {
        return said.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Of a file that was rejected there are reasons and no rows. */
    private void writeFile(OutputStream out) throws IOException {
        var sheet = new LongWorkbook(
                out,
                _ -> words.say(IntakeText.WORKBOOK_FILE),
                ABOUT_THE_FILE.stream().map(words::say).toList());
        for (FileFinding finding : delivery.findings()) {
            var said = sentences.say(finding);
            sheet.add(List.of(
                    finding.sheet() == null ? "" : finding.sheet(),
                    finding.row() == null ? "" : finding.row().toString(),
                    column(said),
                    said.sentence(),
                    said.rule(),
                    said.basis()));
        }
        sheet.finish();
    }
}
