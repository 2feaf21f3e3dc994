package org.xinheng.server.intake.xlsx;

/** Addresses of cells, such as {@code AB12}. Columns are counted from 0, rows from 1. */
final class CellAddress {

    static final int MOST_COLUMNS = 16_384;
    static final int MOST_ROWS = 1_048_576;

    private CellAddress() {}

    /** Letters of a column. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The column of an address in that row; -1 when it is none, or of another row. */
    static int column(String address, int row) {
        int column = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            column = column * 26 + address.charAt(at) - 'A' + 1;
            at++;
            if (at > 4) {
                return -1;
            }
        }
        int number = 0;
        for (; at < address.length(); at++) {
            int digit = address.charAt(at) - '0';
            if (digit < 0 || digit > 9 || number > MOST_ROWS) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return column == 0 || number != row ? -1 : column - 1;
    }
}
