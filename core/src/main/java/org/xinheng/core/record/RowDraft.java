package org.xinheng.core.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;

/** One row while it is being checked. Lives within one call and one thread. */
final class RowDraft {

    /** Cells without blanks at their ends; null where nothing is left. */
    final @Nullable String[] cells;
    /** Values as they will be stored. */
    final @Nullable String[] values;
    /** Days as yyyymmdd; 0 where there is none. */
    final int[] days;
    /** Amounts in millionths of a 万元; -1 where there is none. */
    final long[] amounts;

    @Nullable
    CodeFinding subjectCode;

    CheckedRow.CodeUse codeUse = CheckedRow.CodeUse.WAIT_NO_CODE;
    int masked;

    private @Nullable List<Finding> findings;
    private boolean refused;

    RowDraft(@Nullable String[] delivered) {
        int size = delivered.length;
        cells = new @Nullable String[size];
        values = new @Nullable String[size];
        days = new int[size];
        amounts = new long[size];
        for (int i = 0; i < size; i++) {
            String cell = delivered[i];
            cells[i] = cell == null ? null : Glyphs.strip(cell);
            amounts[i] = -1;
        }
    }

    void add(Finding finding) {
        if (findings == null) {
            findings = new ArrayList<>();
        }
        findings.add(finding);
        refused |= finding.weight() == Finding.Weight.REFUSAL;
    }

    boolean refused() {
        return refused;
    }

    List<Finding> findings() {
        return findings == null ? List.of() : List.copyOf(findings);
    }
}
