package org.xinheng.server.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every reason why a file is refused as a whole, with the facts that its sentence may quote. The sentences stand in the
 * message bundles under {@code finding.<code>}; a code is never reused for something else.
 */
public enum FileFault {
    EMPTY("file.empty"),
    HEADER_ONLY("file.header-only"),
    TOO_LARGE("file.too-large", "megabytes"),
    UNKNOWN_FORMAT("file.unknown-format"),
    OLD_EXCEL("file.old-excel"),
    TOO_MANY_ROWS("file.too-many-rows", "limit"),
    TOO_MANY_COLUMNS("file.too-many-columns", "limit"),
    CELL_TOO_LONG("file.cell-too-long", "limit"),
    ROW_TOO_LONG("file.row-too-long", "limit"),

    ENCODING_UTF16("file.encoding-utf16"),
    ENCODING_BROKEN("file.encoding-broken", "encoding"),
    ENCODING_MIXED("file.encoding-mixed"),
    QUOTE_NOT_CLOSED("file.quote-not-closed"),
    QUOTE_MISPLACED("file.quote-misplaced"),
    SEPARATOR("file.separator", "separator"),

    NO_WORKBOOK("file.not-a-workbook"),
    WORKBOOK_DAMAGED("file.workbook-damaged", "part"),
    WORKBOOK_PART_MISSING("file.workbook-part-missing", "part"),
    WORKBOOK_ENCRYPTED("file.workbook-encrypted"),
    TOO_MANY_PARTS("file.too-many-parts", "limit"),
    EXPANDS_TOO_FAR("file.expands-too-far", "part"),
    DOCTYPE("file.xml-doctype", "part"),

    SHEET_HIDDEN("sheet.hidden"),
    ROW_HIDDEN("sheet.row-hidden"),
    COLUMN_HIDDEN("sheet.column-hidden"),
    CELLS_MERGED("sheet.merged-cells", "ranges"),

    /** The first row is no header: it may be about somebody, so nothing of it is quoted. */
    NO_HEADER("header.none", "known", "columns"),
    MIXED_LAYOUTS("header.mixed-layouts", "one", "other"),
    LAYOUT_NOT_TAKEN("header.layout-not-taken", "layout", "zh", "en"),
    DOUBLED_COLUMN("header.doubled-column"),
    BLANK_COLUMN("header.blank-column"),
    UNKNOWN_COLUMN("header.unknown-column"),
    MISSING_COLUMN("header.missing-column", "zh", "en"),
    HEADER_CELL("header.cell-not-text"),

    /** No fault of the sender: the rows were checked and kept, and could not be brought into force. */
    NOT_LOADED("delivery.not-loaded", "rows", "attempts");

    private final String code;
    private final List<String> facts;

    FileFault(String code, String... facts) {
        this.code = code;
        this.facts = List.of(facts);
    }

    /** The stable id, e.g. {@code file.empty}; the key of its sentence is {@code finding.} before it. */
    public String code() {
        return code;
    }

    /** Names of the facts that come with it, for the placeholders of its sentence. */
    public List<String> facts() {
        return facts;
    }

    /**
     * The fault of the file as a whole; its place is added with the methods of {@link FileFinding}.
     *
     * @param values one for each of {@link #facts()}, in order
     * @throws IllegalArgumentException when their number differs
     */
    public FileFinding found(String... values) {
        return new FileFinding(code, null, null, null, named(code, facts, values), null);
    }

    static Map<String, String> named(String code, List<String> facts, String... values) {
        if (values.length != facts.size()) {
            throw new IllegalArgumentException(code + " takes the facts " + facts);
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < values.length; i++) {
            named.put(facts.get(i), values[i]);
        }
        return named;
    }
}
