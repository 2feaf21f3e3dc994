package org.xinheng.core.record;

import java.util.Set;

/** What a spreadsheet leaves in a text file when it could not keep what was typed, or had nothing to show. */
final class SpreadsheetTrace {

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private SpreadsheetTrace() {}

    /** An error value, which also stands in exports of a workbook that had one. */
    static boolean isError(String text) {
        return text.charAt(0) == '#' && ERRORS.contains(text);
    }

    /**
     * A long number that was cut to its first digits, such as {@code 9.11101E+17}: always with a sign behind the E, and with
     * at least two digits of exponent.
     */
    static boolean isCutNumber(String text) {
        int e = text.indexOf("E+");
        if (e < 1 || text.length() < e + 4 || !isDigit(text, 0) || (e > 1 && (text.charAt(1) != '.' || e == 2))) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (i != e && i != e + 1 && !isDigit(text, i)) {
                return false;
            }
        }
        return text.length() <= e + 5;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Where a question mark stands that a conversion between encodings put for a character it did not know, or -1. */
    static int lostCharacter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Glyphs.narrow(name.charAt(i)) == '?') {
                return i;
            }
        }
        return -1;
    }
}
