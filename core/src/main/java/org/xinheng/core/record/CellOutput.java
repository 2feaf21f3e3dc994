package org.xinheng.core.record;

/**
 * A cell of a file that we give out (CSV, XLSX): text that a spreadsheet would run as a formula is made plain text. The
 * stored value stays as it was delivered; only what leaves in a file passes here.
 */
public final class CellOutput {

    private CellOutput() {}

    /**
     * The text with an apostrophe in front when it starts with {@code = + - @}, a tab or a line end, of either width
     * (OWASP, CSV injection); any other text as it is. Applying it twice changes nothing more.
     */
    public static String neutralise(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return switch (Glyphs.narrow(cell.charAt(0))) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> "'" + cell;
            default -> cell;
        };
    }
}
