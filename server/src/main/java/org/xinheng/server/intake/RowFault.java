package org.xinheng.server.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Finding;

/**
 * Why a row is refused before its content is checked: it does not fit its header, or a cell of it holds no value that can
 * be trusted. The sentences stand in the message bundles under {@code finding.<code>}.
 */
public enum RowFault {
    TOO_FEW_CELLS("row.too-few-cells", "cells", "columns"),
    TOO_MANY_CELLS("row.too-many-cells", "cells", "columns"),
    NOT_OF_THIS_LAYOUT("value.not-of-this-layout", "value", "layout", "zh", "en"),
    /** What a formula came to when somebody last computed it; nobody knows with what. */
    FORMULA("cell.formula", "cell"),
    ERROR_VALUE("cell.error-value", "cell", "value"),
    /** A spreadsheet keeps 15 digits of a number: the others became zeros and nobody can bring them back. */
    DIGITS_LOST("cell.digits-lost", "cell", "value");

    private final String code;
    private final List<String> facts;

    RowFault(String code, String... facts) {
        this.code = code;
        this.facts = List.of(facts);
    }

    /** The stable id; the key of its sentence is {@code finding.} before it. */
    public String code() {
        return code;
    }

    /** Names of the facts that come with it, for the placeholders of its sentence. */
    public List<String> facts() {
        return facts;
    }

    /**
     * The refusal.
     *
     * @param values one for each of {@link #facts()}, in order
     * @throws IllegalArgumentException when their number differs
     */
    public Finding found(@Nullable String field, @Nullable String rule, String... values) {
        return new Finding(code, Finding.Weight.REFUSAL, field, FileFault.named(code, facts, values), rule);
    }
}
