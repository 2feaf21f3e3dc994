package org.xinheng.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.CellOutput;

/**
 * A workbook of any length with one header: a further sheet begins where Excel's rows end. Cells are text that no spreadsheet
 * will run as a formula.
 */
public final class LongWorkbook {

    /** Excel's rows, the header among them. */
    static final int MOST_ROWS = 1_048_576;

    /** Excel's longest cell, in characters, less the words that say that it was cut. */
    private static final int LONGEST_CELL = 32_000;

    private static final int FLUSH_EVERY = 500;
    private static final double WIDTH = 24;
    private static final String PROGRAM = "Xinheng";

    private final OutputStream out;
    private final IntFunction<String> names;
    private final List<String> header;
    private final int mostRows;
    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    public LongWorkbook(OutputStream out, IntFunction<String> names, List<String> header) {
        this(out, names, header, MOST_ROWS);
    }

    LongWorkbook(OutputStream out, IntFunction<String> names, List<String> header, int mostRows) {
        this.out = out;
        this.names = names;
        this.header = List.copyOf(header);
        this.mostRows = mostRows;
        this.workbook = new Workbook(out, PROGRAM, null);
        // Twice as quick for a file that is little larger.
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
    }

    public void add(List<String> cells) throws IOException {
        Worksheet current = sheet == null || row == mostRows ? begin() : sheet;
        write(current, cells);
        if (row % FLUSH_EVERY == 0) {
            current.flush();
        }
    }

    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        Worksheet begun = workbook.newWorksheet(names.apply(++sheets));
        sheet = begun;
        row = 0;
        for (int column = 0; column < header.size(); column++) {
            begun.width(column, WIDTH);
        }
        begun.freezePane(0, 1);
        write(begun, header);
        return begun;
    }

    private void write(Worksheet target, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                // Text of its own for each cell: a table of shared texts would grow with the file.
                target.inlineString(row, column, CellOutput.neutralise(fitting(cell)));
            }
        }
        row++;
    }

    private static String fitting(String cell) {
        String plain = withoutWhatXmlCannotHold(cell.replace("\r\n", "\n").replace('\r', '\n'));
        if (plain.length() <= LONGEST_CELL) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
        return plain.substring(0, end) + "…";
    }

    /** A row may be refused for characters that a workbook cannot hold: a replacement stands where they stood. */
    static String withoutWhatXmlCannotHold(String cell) {
        int first = 0;
        while (first < cell.length() && isPlain(cell.charAt(first))) {
            first++;
        }
        if (first == cell.length()) {
            return cell;
        }
        var plain = new StringBuilder(cell.length());
        cell.codePoints().forEach(point -> plain.appendCodePoint(isXml(point) ? point : 0xFFFD));
        return plain.toString();
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0xD800;
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < 0xD800)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** Only a finished workbook can be opened. */
    public void finish() throws IOException {
        if (sheet == null) {
            begin();
        }
        workbook.finish();
        out.flush();
    }
}
