package org.xinheng.server.intake;

import java.io.IOException;
import java.io.InputStream;
import org.xinheng.server.web.Words;

/**
 * Files with rows (CSV, XLSX) that are no deliveries, read as strictly and as safely as those: told apart by their first bytes, row by row,
 * a workbook sealed on the disk while it is read.
 */
public interface SentTables {

    /**
     * Hands over every row with content.
     *
     * @param file is read to its end and closed
     * @param words in which a refusal is said
     * @throws Refused when it cannot be read, for reasons that its sender can act on
     * @throws IOException when it broke off
     */
    void read(InputStream file, Words words, Rows rows) throws IOException;

    /** Takes rows in the order of the file. */
    @FunctionalInterface
    interface Rows {

        /**
         * @param sheet number of the sheet among those with content, from 0
         * @param number of the row as a spreadsheet shows it, the first being 1
         * @param cells text of the cells
         */
        void take(int sheet, int number, String[] cells) throws IOException;
    }

    /** The file cannot be read: where, what, what to do. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }
    }
}
