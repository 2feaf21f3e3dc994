package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.RowFault;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.SourceRow.CellFault;

/** The cells of a row (ECMA-376 part 1, 18.3.1.4), as the text that a clerk sees. */
final class CellReader {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_ARRAYS = 1000;

    private final XmlPart xml;
    private final Workbook book;
    private final List<Area> arrays = new ArrayList<>();
    private @Nullable String[] texts = new @Nullable String[64];
    private List<CellFault> faults = List.of();
    private int row;
    private int column;
    private int width;
    private int characters;

    /** Cells that one formula fills. */
    private record Area(int firstColumn, int lastColumn, int lastRow) {}

    CellReader(XmlPart xml, Workbook book) {
        this.xml = xml;
        this.book = book;
    }

    void begin(int number) {
        Arrays.fill(texts, null);
        faults = List.of();
        row = number;
        column = -1;
        width = 0;
        characters = 0;
        if (!arrays.isEmpty()) {
            arrays.removeIf(area -> area.lastRow() < number);
        }
    }

    /** Up to the last cell with content. */
    String[] texts() {
        var all = new String[width];
        for (int i = 0; i < width; i++) {
            var text = texts[i];
            all[i] = text == null ? "" : text;
        }
        return all;
    }

    int width() {
        return width;
    }

    int characters() {
        return characters;
    }

    List<CellFault> faults() {
        return faults;
    }

    /** Reads the cell that the reader stands at. */
    void read() throws IOException {
        @Nullable String address = null;
        var type = "n";
        int style = 0;
        for (int i = 0; i < xml.attributes(); i++) {
            var name = xml.attributeName(i);
            switch (name) {
                case "r" -> address = xml.attributeValue(i);
                case "t" -> type = xml.attributeValue(i);
                case "s" -> style = SheetRows.count(xml.attributeValue(i));
                default -> xml.noteName(name);
            }
        }
        move(address);
        @Nullable String value = null;
        boolean formula = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "is" -> value = CellText.read(xml);
                case "f" -> {
                    formula = true;
                    noteArray(xml.attribute("ref"));
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        var text = text(type, value == null ? "" : value, style);
        if (formula || inArray()) {
            fault(RowFault.FORMULA);
            // A formula that comes to nothing is a formula all the same.
            text = text.isEmpty() ? "=" : text;
        }
        keep(text);
    }

    private void move(@Nullable String address) throws IOException {
        column = address == null ? column + 1 : CellAddress.column(address, row);
        if (column < 0) {
            throw ZipDirectory.damaged("sheet");
        }
        if (column >= CellAddress.MOST_COLUMNS) {
            throw new FileRefused(FileFault.TOO_MANY_COLUMNS
                    .found(Integer.toString(CellAddress.MOST_COLUMNS))
                    .inRow(row));
        }
        if (column >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(column + 1, 2 * texts.length));
        }
        if (texts[column] != null) {
            throw ZipDirectory.damaged("sheet");
        }
        texts[column] = "";
    }

    private void keep(String text) throws IOException {
        if (text.length() > SheetRows.LONGEST_CELL) {
            throw new FileRefused(FileFault.CELL_TOO_LONG
                    .found(Integer.toString(SheetRows.LONGEST_CELL))
                    .inRow(row)
                    .inColumn(CellAddress.letters(column)));
        }
        texts[column] = text;
        characters += text.length();
        if (characters > LONGEST_ROW) {
            throw new FileRefused(
                    FileFault.ROW_TOO_LONG.found(Integer.toString(LONGEST_ROW)).inRow(row));
        }
        if (!text.isBlank()) {
            width = Math.max(width, column + 1);
        }
    }

    private String text(String type, String value, int style) throws IOException {
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : shared(value);
            case "n" -> value.isEmpty() ? "" : number(value, book.styles().kind(style));
            case "str", "inlineStr" -> CellText.unescaped(value);
            case "b" -> value.isEmpty() ? "" : SheetRows.isTrue(value) ? "TRUE" : "FALSE";
            case "e" -> {
                var shown = value.length() > 20 ? value.substring(0, 20) : value;
                fault(RowFault.ERROR_VALUE, shown.isEmpty() ? "#" : shown);
                yield shown.isEmpty() ? "#" : shown;
            }
            // A day as text, as the strict form of the standard writes it; the time of day without its T.
            case "d" -> value.replace('T', ' ').replace("Z", "");
            default -> throw ZipDirectory.damaged("sheet");
        };
    }

    private String shared(String number) throws IOException {
        var text = number.length() > 9 ? null : book.strings().get(index(number));
        if (text == null) {
            throw ZipDirectory.damaged("sharedStrings");
        }
        return text;
    }

    private static int index(String number) {
        int index = SheetRows.count(number);
        return index == 0 && !number.equals("0") ? -1 : index;
    }

    private String number(String written, int kind) throws IOException {
        if (kind == CellStyles.PLAIN && CellNumber.isPlain(written)) {
            return written;
        }
        double number = CellNumber.parse(written);
        if (Double.isNaN(number)) {
            throw ZipDirectory.damaged("sheet");
        }
        if (kind == CellStyles.DAY) {
            var day = CellNumber.day(number, book.since1904());
            if (day == null) {
                fault(RowFault.ERROR_VALUE, "#####");
            }
            return day == null ? "#####" : day;
        }
        var plain = CellNumber.plain(number);
        if (plain == null) {
            var shown = CellNumber.scientific(number);
            fault(RowFault.DIGITS_LOST, shown);
            return shown;
        }
        return kind == CellStyles.PLAIN ? plain : CellNumber.filled(plain, kind);
    }

    private void fault(RowFault fault, String... facts) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(new CellFault(column, fault, CellAddress.letters(column) + row, List.of(facts)));
    }

    /** Formulas of arrays and tables fill cells that show no formula of their own. */
    private void noteArray(@Nullable String range) throws FileRefused {
        int colon = range == null ? -1 : range.indexOf(':');
        if (range == null || colon < 0) {
            return;
        }
        var first = corner(range.substring(0, colon));
        var last = corner(range.substring(colon + 1));
        if (arrays.size() == MOST_ARRAYS) {
            throw ZipDirectory.damaged("sheet");
        }
        arrays.add(new Area(first[0], last[0], last[1]));
    }

    private static int[] corner(String address) throws FileRefused {
        int digits = 0;
        while (digits < address.length() && Character.isLetter(address.charAt(digits))) {
            digits++;
        }
        int number = SheetRows.count(address.substring(digits));
        int column = CellAddress.column(address, number);
        if (column < 0) {
            throw ZipDirectory.damaged("sheet");
        }
        return new int[] {column, number};
    }

    private boolean inArray() {
        for (var area : arrays) {
            if (column >= area.firstColumn() && column <= area.lastColumn()) {
                return true;
            }
        }
        return false;
    }
}
