package org.xinheng.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeTables;

/**
 * A row after the checks: normalised, personal fields gone, free text masked.
 *
 * @param values one per field of the record type, in its order; null where blank. Dates are {@code yyyy-MM-dd} (long-term
 *     ones the last day of the first long-term year), amounts plain decimals in 万元, coded values those of the code list,
 *     several of them parted by {@link #VALUE_SEPARATOR}
 * @param subjectName name as delivered, trimmed
 * @param subjectCode normalised unified social credit code, or null when the row has none that can be used
 * @param codeUse what may be done with the code
 * @param decidedOn the decision date (Asia/Shanghai); null for the register
 * @param keyHash 64 bits of SHA-256 over the natural key without the organisation: record type, authority code, document
 *     number (brackets, widths and blanks normalised) and kind; see {@link NaturalKey}
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

    /** Between several values of one field, in the order of its code list. */
    public static final String VALUE_SEPARATOR = ";";

    /** What may be done with the row's code; see {@link CodeTables} for what makes it valid. */
    public enum CodeUse {
        /** Valid: attach, or open a stub subject. */
        ATTACH,
        /** Check digit fails and the authority confirmed it: attach. */
        ATTACH_ON_AUTHORITYS_WORD,
        /** Check digit fails without the authority's confirmation: the row waits. */
        WAIT_CHECKSUM,
        /** No code: the row waits with candidates. */
        WAIT_NO_CODE,
        /** Register only: an older number instead of the code; accepted without code, with an entry in the quality queue. */
        OLDER_NUMBER,
        /** Register only: no code can look like this; the row waits, with an entry in the quality queue. */
        WAIT_MALFORMED
    }
}
