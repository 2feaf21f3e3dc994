package org.xinheng.server.intake.work;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.RowOutcome;

/**
 * The answers of a delivery while it is loaded: one byte a row, and one number for the few that need a fact (another row,
 * another organisation).
 */
final class RowAnswers {

    static final RowCause[] CAUSES = RowCause.values();

    private final byte[] causes;
    private long @Nullable [] facts;
    private final byte[] noted;
    private final Map<Integer, List<Finding>> findings = new HashMap<>();

    RowAnswers(int lastRow) {
        causes = new byte[lastRow + 1];
        noted = new byte[lastRow + 1];
    }

    /** {@link RowCause#NUMBER_ELSEWHERE} may come before or after the row's own answer, and stays. */
    synchronized void put(int row, RowCause cause, long fact) {
        if (cause == RowCause.NEW && CAUSES[causes[row]] == RowCause.NUMBER_ELSEWHERE) {
            return;
        }
        causes[row] = (byte) cause.ordinal();
        if (fact != 0) {
            if (facts == null) {
                facts = new long[causes.length];
            }
            facts[row] = fact;
        }
    }

    RowCause cause(int row) {
        return CAUSES[causes[row]];
    }

    synchronized long fact(int row) {
        return facts == null ? 0 : facts[row];
    }

    /** The row travels with warnings of its own: its receipt needs a text. */
    void note(int row) {
        noted[row] = 1;
    }

    boolean needsText(int row) {
        return noted[row] != 0
                || switch (cause(row)) {
                    case NONE, NEW, CORRECTION, SAME_AS_ARCHIVE -> false;
                    default -> true;
                };
    }

    /** Findings that register or archive added, for the rows that have any. */
    void add(int row, List<Finding> added) {
        if (!added.isEmpty()) {
            findings.put(row, added);
            note(row);
        }
    }

    List<Finding> findings(int row) {
        return findings.getOrDefault(row, List.of());
    }

    boolean needText() {
        for (int row = 0; row < causes.length; row++) {
            if (needsText(row)) {
                return true;
            }
        }
        return false;
    }

    /** One byte for each row, both ends included: the cause's number. */
    byte[] causes(int first, int last) {
        return Arrays.copyOfRange(causes, first, last + 1);
    }

    int lastRow() {
        return causes.length - 1;
    }

    /** @throws IllegalStateException when a row that was received has no answer, or the other way round */
    RowCounts counts(int received) {
        var counts = new int[RowOutcome.values().length];
        int answered = 0;
        for (byte cause : causes) {
            if (cause != 0) {
                counts[CAUSES[cause].outcome().ordinal()]++;
                answered++;
            }
        }
        if (answered != received) {
            throw new IllegalStateException(received + " rows received, " + answered + " answered");
        }
        return new RowCounts(received, counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
