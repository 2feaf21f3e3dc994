package org.xinheng.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeTables;

/**
 * A row after the checks: normalised, personal fields gone, free text masked.
 *
 * @param values one per field of the record type, in its order; null where blank
 * @param subjectName name as delivered, trimmed
 * @param subjectCode normalised unified social credit code, or null when the row has none that can be used
 * @param codeUse what may be done with the code
 * @param decidedOn the decision date (Asia/Shanghai); null for the register
 * @param keyHash 64 bits of SHA-256 over the natural key without the organisation: record type, authority code, document
 *     number (brackets, widths and blanks normalised) and kind
 * @param masked how many stretches of free text were masked
 */
public record CheckedRow(
        @Nullable String[] values,
        String subjectName,
        @Nullable String subjectCode,
        CodeUse codeUse,
        @Nullable LocalDate decidedOn,
        long keyHash,
        int masked) {

    /** What may be done with the row's code; see {@link CodeTables} for what makes it valid. */
    public enum CodeUse {
        /** Valid: attach, or open a stub subject. */
        ATTACH,
        /** Check digit fails and the authority confirmed it: attach. */
        ATTACH_ON_AUTHORITYS_WORD,
        /** Check digit fails without the authority's confirmation: the row waits. */
        WAIT_CHECKSUM,
        /** No code: the row waits with candidates. */
        WAIT_NO_CODE
    }
}
