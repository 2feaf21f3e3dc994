package org.xinheng.server.intake.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/**
 * An empty file to fill in, for one record type of the pack: Chinese headers in the newest layout, notes and lists of values.
 * It has one sheet only, since every sheet of a delivery is read.
 */
public final class Template {

    private static final int ROWS = 5000;
    private static final double WIDTH = 22;

    /** Excel's longest list of values in place. */
    private static final int LONGEST_LIST = 255;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TEXT = "@";

    private final Policy policy;
    private final RecordType type;
    private final List<Column> columns;

    public Template(Policy policy, RecordType type) {
        this.policy = policy;
        this.type = type;
        Layout newest = type.layouts().getFirst();
        this.columns = type.fields().stream()
                .filter(Template::isOffered)
                .map(field -> column(field, newest))
                .toList();
    }

    /** Columns that hold persons are offered only where the layout demands them. */
    private static boolean isOffered(Field field) {
        return switch (field.privacy()) {
            case DROPPED, PERSON_MARK -> !field.optional();
            case PUBLIC, FREE_TEXT, SHARED -> true;
        };
    }

    /**
     * A column of the template.
     *
     * @param demanded the column itself must be in the file
     * @param values of the code list in the official order; empty for a field without one
     */
    public record Column(Field field, boolean demanded, List<String> values) {

        public Column {
            values = List.copyOf(values);
        }

        public String header() {
            return field.title().zh();
        }
    }

    private Column column(Field field, Layout layout) {
        CodeList list = field.codeList() == null ? null : policy.codeLists().get(field.codeList());
        return new Column(
                field,
                !field.optional() && !layout.lacks().contains(field.name()),
                list == null ? List.of() : offered(list));
    }

    /** Values as people write them: an id of Latin letters or digits is a number for programs, and its title is taken too. */
    private static List<String> offered(CodeList list) {
        return list.values().entrySet().stream()
                .map(value -> value.getKey().chars().allMatch(character -> character < 128)
                        ? value.getValue().zh()
                        : value.getKey())
                .toList();
    }

    public RecordType type() {
        return type;
    }

    public List<Column> columns() {
        return columns;
    }

    /** What to say of a column in the workbook. */
    @FunctionalInterface
    public interface Notes {
        String of(Column column);
    }

    /** @param words title and sentence for a value that is not in its list */
    public record Wrong(String title, String sentence) {}

    /** CSV in UTF-8 with byte order mark, so that spreadsheet programs read the Chinese headers. */
    public void writeCsv(OutputStream out) throws IOException {
        String header = columns.stream().map(column -> quoted(column.header())).collect(Collectors.joining(","));
        out.write((BYTE_ORDER_MARK + header + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String header) {
        return header.contains(",") || header.contains("\"") ? "\"" + header.replace("\"", "\"\"") + "\"" : header;
    }

    public void writeXlsx(OutputStream out, Notes notes, Wrong wrong) throws IOException {
        var workbook = new Workbook(out, "Xinheng", null);
        Worksheet sheet = workbook.newWorksheet(type.title().zh());
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.width(i, WIDTH);
            sheet.value(0, i, column.header());
            sheet.style(0, i).bold().wrapText(true).set();
            sheet.comment(0, i, notes.of(column));
            // As text: a spreadsheet would make numbers of codes and lose their digits.
            sheet.style(i).format(TEXT).set();
            offerValues(sheet, i, column, wrong);
        }
        workbook.finish();
        out.flush();
    }

    private static void offerValues(Worksheet sheet, int index, Column column, Wrong wrong) {
        String list = String.join(",", column.values());
        boolean fits = !list.isEmpty() && list.length() <= LONGEST_LIST && list.indexOf('"') < 0;
        if (fits && !column.field().multiple()) {
            sheet.range(1, index, ROWS, index)
                    .validateWithListByFormula("\"" + list + "\"")
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .errorTitle(wrong.title())
                    .error(wrong.sentence())
                    .showErrorMessage(true);
        }
    }
}
