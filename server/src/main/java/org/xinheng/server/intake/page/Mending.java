package org.xinheng.server.intake.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.Sentences;
import org.xinheng.server.intake.page.MendPage.Cell;
import org.xinheng.server.intake.page.MendPage.Row;
import org.xinheng.server.intake.report.Template;
import org.xinheng.server.intake.report.Template.Column;

/**
 * Mending a few refused rows where they stand (在线更正). What was mended becomes a delivery of its own, with the columns of the
 * template: the delivery that refused the rows stays as it was answered. Personal columns were dropped at the door and stay blank.
 */
final class Mending {

    /** More are quicker mended in a workbook. */
    static final int SHOWN = 10;

    private static final int ONE_LINE = 100;

    private final Delivery delivery;
    private final Sentences sentences;
    private final List<Field> fields;
    private final List<Column> columns;

    Mending(Policy policy, Delivery delivery, Sentences sentences) {
        this.delivery = delivery;
        this.sentences = sentences;
        this.fields = sentences.type().fields();
        this.columns = new Template(policy, sentences.type()).columns();
    }

    /** Refused rows from a number on, one more than are shown. */
    List<RowReceipt> refused(Receipts receipts, int from) {
        return receipts.page(delivery, from, EnumSet.of(RowOutcome.REFUSED), SHOWN + 1);
    }

    /** @param typed what was typed, by the names of the fields; empty when the form is just opened */
    MendPage page(List<RowReceipt> refused, int from, Map<String, String> typed, @Nullable DeliveryText fault) {
        List<Row> rows =
                refused.stream().limit(SHOWN).map(row -> row(row, typed)).toList();
        Integer next = refused.size() > SHOWN ? refused.getLast().row() : null;
        return new MendPage(delivery, fault, rows, from, next);
    }

    private Row row(RowReceipt receipt, Map<String, String> typed) {
        List<Sentences.Said> said = sentences.say(delivery, receipt);
        List<Cell> cells = columns.stream()
                .filter(column -> isMended(column.field()))
                .map(column -> cell(receipt, column, said, typed))
                .toList();
        return new Row(receipt.row(), delivery.placeOf(receipt.row()), said, cells);
    }

    private Cell cell(RowReceipt receipt, Column column, List<Sentences.Said> said, Map<String, String> typed) {
        Field field = column.field();
        String name = name(receipt, field);
        return new Cell(
                name,
                field.title(),
                typed.getOrDefault(name, kept(receipt, field)),
                said.stream().anyMatch(one -> field.name().equals(one.column())),
                field.multiple() ? List.of() : column.values(),
                ColumnNotes.form(sentences.words(), column),
                field.maxLength() > ONE_LINE);
    }

    private static boolean isMended(Field field) {
        return switch (field.privacy()) {
            case PUBLIC, FREE_TEXT, SHARED -> true;
            case DROPPED, PERSON_MARK -> false;
        };
    }

    private static String name(RowReceipt receipt, Field field) {
        return "r" + receipt.row() + "-" + field.name();
    }

    private String kept(RowReceipt receipt, Field field) {
        int index = fields.indexOf(field);
        String cell = index < receipt.cells().length ? receipt.cells()[index] : null;
        return cell == null ? "" : cell;
    }

    private String typed(RowReceipt receipt, Field field, Map<String, String> typed) {
        return isMended(field)
                ? typed.getOrDefault(name(receipt, field), kept(receipt, field)).replace("\r\n", "\n")
                : "";
    }

    /** Rows in which something was changed: the others would only be refused again. */
    List<RowReceipt> changed(List<RowReceipt> refused, Map<String, String> typed) {
        return refused.stream()
                .limit(SHOWN)
                .filter(row -> columns.stream()
                        .map(Column::field)
                        .filter(Mending::isMended)
                        .anyMatch(field -> !typed(row, field, typed)
                                .equals(kept(row, field).replace("\r\n", "\n"))))
                .toList();
    }

    /** The mended rows as a file, which goes the way of every other. */
    InputStream file(List<RowReceipt> rows, Map<String, String> typed) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    columns.stream().map(column -> column.field().name()).toList());
            for (RowReceipt row : rows) {
                csv.writeRecord(columns.stream()
                        .map(column -> typed(row, column.field(), typed))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
