package org.xinheng.server.intake.read;

/**
 * One row as it stands in the file.
 *
 * @param sheet number of the sheet among those with content, from 0; each begins with a header of its own
 * @param sheetName empty for CSV
 * @param number as a spreadsheet shows it, the first row of a sheet being 1
 * @param cells text of the cells; owned by the reader of the row
 * @param complete whether the format says how many cells the row has: in CSV a row with fewer than the header is broken,
 *     in a workbook blank cells at the end are simply not there
 */
public record SourceRow(int sheet, String sheetName, int number, String[] cells, boolean complete) {}
