package org.xinheng.server.intake.rest;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.web.Words;

/**
 * Which rows a program wants.
 *
 * @param from number of the first row; absent for the first of all
 * @param outcome ids parted by commas; absent for all
 */
record Wanted(
        @Nullable Integer from,
        @Nullable Integer limit,
        @Nullable String outcome) {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    int firstRow() {
        return from == null ? 1 : Math.max(1, from);
    }

    int pageSize() {
        return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    }

    Set<RowOutcome> outcomes(Words words) {
        Set<RowOutcome> outcomes = EnumSet.noneOf(RowOutcome.class);
        if (outcome == null || outcome.isBlank()) {
            return EnumSet.allOf(RowOutcome.class);
        }
        for (String id : outcome.split(",", -1)) {
            outcomes.add(RowOutcome.find(id.strip()).orElseThrow(() -> new Problems(words).noOutcome(id)));
        }
        return outcomes;
    }

    /** The same, from a later row on. */
    String query(int row) {
        return "?from=" + row + "&limit=" + pageSize() + (outcome == null ? "" : "&outcome=" + outcome);
    }
}
