package org.xinheng.server.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a whole delivery cannot be taken: a code with facts and the place in the file; the words come from the message
 * bundles ({@code finding.<code>}).
 *
 * @param code of a {@link FileFault}
 * @param sheet name of the sheet; null for CSV
 * @param row number of the row as a spreadsheet shows it, the header being 1; null when no row is to blame
 * @param column header of the column, or its letters where it has none; null when no column is to blame
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

    /** @param name of the sheet; an empty one, as of CSV, changes nothing */
    public FileFinding onSheet(String name) {
        return name.isEmpty() ? this : new FileFinding(code, name, row, column, facts, rule);
    }

    public FileFinding inRow(int number) {
        return new FileFinding(code, sheet, number, column, facts, rule);
    }

    public FileFinding inColumn(String header) {
        return new FileFinding(code, sheet, row, header, facts, rule);
    }

    public FileFinding underRule(@Nullable String id) {
        return new FileFinding(code, sheet, row, column, facts, id);
    }
}
