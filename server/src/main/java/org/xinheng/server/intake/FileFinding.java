package org.xinheng.server.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a whole delivery cannot be taken: a code with facts and the place in the file; the words come from the message
 * bundles ({@code finding.<code>}).
 *
 * @param sheet name of the sheet; null for CSV
 * @param row number of the row as a spreadsheet shows it, the header being 1; null when no row is to blame
 * @param column header of the column; null when no column is to blame
 * @param facts what the sentence needs; never content of a row
 * @param rule id of the rule of the pack that is held, when there is one
 */
public record FileFinding(
        String code,
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column,
        Map<String, String> facts,
        @Nullable String rule) {

    public FileFinding {
        facts = Map.copyOf(facts);
    }

    /** A fault of the file as a whole. */
    public static FileFinding of(String code, Map<String, String> facts) {
        return new FileFinding(code, null, null, null, facts, null);
    }

    public static FileFinding inRow(String code, int row, Map<String, String> facts) {
        return new FileFinding(code, null, row, null, facts, null);
    }

    public static FileFinding inColumn(String code, String column, @Nullable String rule) {
        return new FileFinding(code, null, 1, column, Map.of(), rule);
    }
}
