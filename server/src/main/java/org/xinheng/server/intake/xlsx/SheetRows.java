package org.xinheng.server.intake.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.SourceRow.CellFault;

/**
 * The rows of one sheet (ECMA-376 part 1, 18.3.1.99), in order. What a clerk does not see is refused: hidden rows and
 * columns with content, and cells merged into one.
 */
final class SheetRows implements Closeable {

    /** Characters that a spreadsheet lets a cell hold. */
    static final int LONGEST_CELL = 32_767;

    private static final int MOST_RANGES = 5;

    private final XmlPart xml;
    private final Workbook.SheetEntry sheet;
    private final CellReader cells;
    private final Expansion expansion;
    private final BitSet hiddenColumns = new BitSet();
    private final List<String> merged = new ArrayList<>();
    private int mergedInAll;
    private boolean inData;
    private int number;

    /** A row with content. */
    record Row(int number, String[] cells, List<CellFault> faults) {}

    SheetRows(XmlPart xml, Workbook.SheetEntry sheet, Workbook book) throws IOException {
        this.xml = xml;
        this.sheet = sheet;
        expansion = book.expansion();
        cells = new CellReader(xml, book);
        try {
            if (!xml.name().equals("worksheet")) {
                throw ZipDirectory.damaged(sheet.part());
            }
            advance();
        } catch (IOException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    /** Null at the end, when everything behind the rows was looked at too. */
    @Nullable
    Row next() throws IOException {
        while (inData) {
            if (!xml.nextChild()) {
                inData = false;
                advance();
            } else if (xml.name().equals("row")) {
                var row = row();
                if (row != null) {
                    return row;
                }
            } else {
                xml.skip();
            }
        }
        return null;
    }

    /** Up to the rows, or behind them to the end. */
    private void advance() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "sheetData" -> {
                    inData = true;
                    return;
                }
                case "cols" -> readColumns();
                case "mergeCells" -> readMerged();
                default -> xml.skip();
            }
        }
        xml.finish();
        if (!merged.isEmpty()) {
            var more = mergedInAll > merged.size() ? " … (" + mergedInAll + ")" : "";
            throw refused(FileFault.CELLS_MERGED.found(String.join(", ", merged) + more));
        }
    }

    private void readColumns() throws IOException {
        while (xml.nextChild()) {
            if (isTrue(xml.attribute("hidden")) || isZero(xml.attribute("width"))) {
                int first = count(xml.attribute("min"));
                int last = Math.min(count(xml.attribute("max")), CellAddress.MOST_COLUMNS);
                if (first < 1 || last < first) {
                    throw ZipDirectory.damaged(sheet.part());
                }
                hiddenColumns.set(first - 1, last);
            }
            xml.skip();
        }
    }

    private void readMerged() throws IOException {
        while (xml.nextChild()) {
            var range = xml.attribute("ref");
            mergedInAll++;
            if (merged.size() < MOST_RANGES && range != null) {
                merged.add(ZipDirectory.shown(range.length() > 30 ? range.substring(0, 30) : range)
                        .replace('?', ':'));
            }
            xml.skip();
        }
    }

    private @Nullable Row row() throws IOException {
        boolean hidden = begin();
        cells.begin(number);
        while (xml.nextChild()) {
            if (xml.name().equals("c")) {
                cells.read();
            } else {
                xml.skip();
            }
        }
        if (cells.width() == 0) {
            return null;
        }
        var row = new Row(number, cells.texts(), cells.faults());
        expansion.delivered(cells.characters());
        if (hidden) {
            throw refused(FileFault.ROW_HIDDEN.found().inRow(number));
        }
        refuseHiddenColumn(row);
        return row;
    }

    /** @return whether the row is hidden */
    private boolean begin() throws IOException {
        int former = number;
        number = former + 1;
        boolean hidden = false;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> number = count(xml.attributeValue(i));
                case "hidden" -> hidden |= isTrue(xml.attributeValue(i));
                case "ht" -> hidden |= isZero(xml.attributeValue(i));
                case "spans",
                        "s",
                        "customFormat",
                        "customHeight",
                        "outlineLevel",
                        "collapsed",
                        "thickTop",
                        "thickBot",
                        "ph",
                        "dyDescent" -> {}
                default -> xml.noteName(xml.attributeName(i));
            }
        }
        if (number > CellAddress.MOST_ROWS) {
            throw refused(FileFault.TOO_MANY_ROWS.found(Integer.toString(CellAddress.MOST_ROWS)));
        }
        if (number <= former) {
            throw ZipDirectory.damaged(sheet.part());
        }
        return hidden;
    }

    private void refuseHiddenColumn(Row row) throws FileRefused {
        if (hiddenColumns.isEmpty()) {
            return;
        }
        for (int column = hiddenColumns.nextSetBit(0);
                column >= 0 && column < row.cells().length;
                column = hiddenColumns.nextSetBit(column + 1)) {
            if (!row.cells()[column].isBlank()) {
                throw refused(FileFault.COLUMN_HIDDEN.found().inRow(number).inColumn(CellAddress.letters(column)));
            }
        }
    }

    private FileRefused refused(FileFinding finding) {
        return new FileRefused(finding.onSheet(sheet.name()));
    }

    /** @throws FileRefused when it is longer than a spreadsheet lets a cell be */
    static void requireShort(int characters) throws FileRefused {
        // Escaped characters are written with seven.
        if (characters > 7 * LONGEST_CELL) {
            throw new FileRefused(FileFault.CELL_TOO_LONG.found(Integer.toString(LONGEST_CELL)));
        }
    }

    static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag) || "on".equals(flag);
    }

    private static boolean isZero(@Nullable String length) {
        return length != null && CellNumber.parse(length) == 0;
    }

    /** A number that counts something, or 0. */
    static int count(@Nullable String written) {
        if (written == null || written.isEmpty() || written.length() > 9) {
            return written != null && written.length() > 9 ? Integer.MAX_VALUE : 0;
        }
        int number = 0;
        for (int i = 0; i < written.length(); i++) {
            int digit = written.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
