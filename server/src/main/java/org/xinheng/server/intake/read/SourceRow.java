package org.xinheng.server.intake.read;

import java.util.List;
import org.xinheng.server.intake.RowFault;

/**
 * One row as it stands in the file.
 *
 * @param sheet number of the sheet among those with content, from 0; each begins with a header of its own
 * @param sheetName empty for CSV
 * @param number as a spreadsheet shows it, the first row of a sheet being 1
 * @param cells text of the cells; owned by the reader of the row
 * @param complete whether the format says how many cells the row has: in CSV a row with fewer than the header is broken,
 *     in a workbook blank cells at the end are simply not there
 * @param faults cells whose text must not be taken for a value
 */
public record SourceRow(
        int sheet, String sheetName, int number, String[] cells, boolean complete, List<CellFault> faults) {

    public SourceRow {
        faults = List.copyOf(faults);
    }

    /**
     * A cell whose text is there to be shown and masked, and not to be stored.
     *
     * @param column from 0
     * @param cell its address, such as {@code C7}
     * @param facts what the sentence of the fault needs beside the address
     */
    public record CellFault(int column, RowFault fault, String cell, List<String> facts) {

        public CellFault {
            facts = List.copyOf(facts);
        }
    }
}
