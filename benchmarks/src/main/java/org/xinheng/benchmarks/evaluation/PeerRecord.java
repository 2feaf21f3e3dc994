package org.xinheng.benchmarks.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as peers like it: a bean with the columns that the model looks at. Days are counted from 1970-01-01. */
public final class PeerRecord {

    static final int NEVER = Integer.MAX_VALUE;

    private final String id;
    private final int type;
    private final int decided;
    private final int lastDay;
    private final boolean disputed;
    private final @Nullable String severity;
    private final @Nullable Double fine;
    private final @Nullable String performance;
    private final @Nullable String conduct;
    private final List<String> kinds;

    /** @param columns what the conditions look at */
    PeerRecord(String id, int type, Days days, boolean disputed, Columns columns) {
        this.id = id;
        this.type = type;
        decided = days.decided();
        lastDay = days.last();
        this.disputed = disputed;
        severity = columns.severity();
        fine = columns.fine();
        performance = columns.performance();
        conduct = columns.conduct();
        kinds = columns.kinds();
    }

    record Days(int decided, int last) {}

    record Columns(
            @Nullable String severity,
            @Nullable Double fine,
            @Nullable String performance,
            @Nullable String conduct,
            List<String> kinds) {}

    public String getId() {
        return id;
    }

    public int getType() {
        return type;
    }

    public int getDecided() {
        return decided;
    }

    public int getLastDay() {
        return lastDay;
    }

    public boolean isDisputed() {
        return disputed;
    }

    public @Nullable String getSeverity() {
        return severity;
    }

    public @Nullable Double getFine() {
        return fine;
    }

    public @Nullable String getPerformance() {
        return performance;
    }

    public @Nullable String getConduct() {
        return conduct;
    }

    public List<String> getKinds() {
        return kinds;
    }

    /** Last day on which a later record with the same conduct repeats this one. */
    public long getRepeatUntil() {
        return LocalDate.ofEpochDay(decided).plusMonths(24).toEpochDay();
    }
}
