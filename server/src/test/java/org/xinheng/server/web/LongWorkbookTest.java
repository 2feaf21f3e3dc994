package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class LongWorkbookTest {

    private static final List<String> HEADER = List.of("row", "what");

    private static List<String> column(Sheet sheet, int column) throws IOException {
        return sheet.read().stream().map(row -> row.getCellText(column)).toList();
    }

    @Test
    void goesOnOnAFurtherSheetWithItsHeaderWhereRowsEnd() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new LongWorkbook(bytes, number -> "rows " + number, HEADER, 4);
        for (int row = 1; row <= 7; row++) {
            workbook.add(List.of(Integer.toString(row), "x"));
        }
        workbook.finish();
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<Sheet> sheets = opened.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("rows 1", "rows 2", "rows 3");
            assertThat(column(sheets.get(0), 0)).containsExactly("row", "1", "2", "3");
            assertThat(column(sheets.get(1), 0)).containsExactly("row", "4", "5", "6");
            assertThat(column(sheets.get(2), 0)).containsExactly("row", "7");
        }
    }

    @Test
    void neverHoldsAFormulaAndCutsWhatExcelCannotHold() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new LongWorkbook(bytes, number -> "rows", HEADER);
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "＝")) {
            workbook.add(List.of(begin + "1", "y".repeat(40_000)));
        }
        workbook.finish();
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(column(opened.getFirstSheet(), 0).subList(1, 8)).allMatch(cell -> cell.startsWith("'"));
            assertThat(column(opened.getFirstSheet(), 1).get(1))
                    .hasSizeLessThan(32_767)
                    .endsWith("…");
        }
    }

    @Test
    void workbookWithoutRowsHasItsHeader() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new LongWorkbook(bytes, number -> "rows", HEADER).finish();
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(column(opened.getFirstSheet(), 1)).containsExactly("what");
        }
    }

    /** A spreadsheet's place for a row is all that is left of it. */
    @Test
    void keepsNothingOfTheRowsThatItHasWritten() throws IOException {
        var workbook = new LongWorkbook(OutputStream.nullOutputStream(), number -> "rows", HEADER);
        write(workbook, 10_000);
        long before = usedMemory();
        write(workbook, 40_000);
        assertThat((usedMemory() - before) / 40_000).isLessThan(50);
        workbook.finish();
    }

    private static void write(LongWorkbook workbook, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            workbook.add(List.of(Integer.toString(row), row + "x".repeat(200)));
        }
    }

    private static long usedMemory() {
        var heap = ManagementFactory.getMemoryMXBean();
        heap.gc();
        return heap.getHeapMemoryUsage().getUsed();
    }
}
