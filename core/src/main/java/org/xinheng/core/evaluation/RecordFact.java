package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision;
import org.xinheng.core.record.GateFacts;

/** A current record as evaluation sees it (参评记录). Days are counted from 1970-01-01 (Asia/Shanghai). */
public final class RecordFact {

    /** A day that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    final int type;
    final int decidedOn;
    /** Last day on which the record may be used. */
    final int lastDay;

    final int earliestRepair;
    final boolean disputed;
    final @Nullable String severity;
    final @Nullable String[] values;
    private final String id;

    /**
     * @param id opaque address of the record
     * @param type number of the record type
     * @param values in the order of the type's fields; the array is kept, not copied
     */
    public RecordFact(String id, int type, Days days, Standing standing, @Nullable String[] values) {
        this.id = id;
        this.type = type;
        decidedOn = Math.toIntExact(days.decidedOn().toEpochDay());
        lastDay = dayOrNever(days.lastDay());
        earliestRepair = dayOrNever(days.earliestRepair());
        severity = standing.severity();
        disputed = standing.disputed();
        this.values = values;
    }

    /**
     * @param decidedOn the decision date
     * @param lastDay last day on which the record may be used, by the act itself or by the end of its publication; null for none
     * @param earliestRepair first day on which repair may be granted; null where it cannot be repaired
     */
    public record Days(
            LocalDate decidedOn,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate earliestRepair) {}

    /** @param disputed an objection is pending (异议标注): the record counts nothing */
    public record Standing(@Nullable String severity, boolean disputed) {}

    /**
     * What the publish gate said of a record.
     *
     * @param held refused for want of law, number, authority or window: nothing may rest on it
     * @param lastShown last public day; null when it is not shown or shown without end
     */
    public record Judgement(
            boolean held,
            @Nullable String severity,
            @Nullable LocalDate lastShown,
            @Nullable LocalDate earliestRepair) {

        public static Judgement of(GateDecision decision) {
            return switch (decision) {
                case GateDecision.Shown shown ->
                    new Judgement(false, shown.severity(), shown.window().last(), shown.earliestRepair());
                case GateDecision.NotShown hidden ->
                    new Judgement(false, hidden.severity(), null, hidden.earliestRepair());
                case GateDecision.Held held -> new Judgement(true, null, null, null);
            };
        }
    }

    /**
     * The fact that a record gives; empty when nothing may rest on it. An adverse record is not used longer than it may be shown.
     *
     * @param gate rules of the type; null where it has none
     * @param values in the order of the type's fields
     */
    public static Optional<RecordFact> of(
            String id,
            RecordType type,
            @Nullable GateRules gate,
            @Nullable String[] values,
            Judgement judgement,
            boolean disputed) {
        return Ground.of(type, gate, GateFacts.of(type, values), judgement.held())
                .map(ground -> new RecordFact(
                        id,
                        type.number(),
                        new Days(ground.decidedOn(), lastDay(type, ground, judgement), judgement.earliestRepair()),
                        new Standing(judgement.severity(), disputed),
                        values));
    }

    /** A neutral record, such as a commitment, says what became of it after its own term as well. */
    private static @Nullable LocalDate lastDay(RecordType type, Ground ground, Judgement judgement) {
        return switch (type.nature()) {
            case NEUTRAL -> null;
            case FAVOURABLE -> ground.lastDay();
            case ADVERSE -> earlier(ground.lastDay(), judgement.lastShown());
        };
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static int dayOrNever(@Nullable LocalDate day) {
        return day == null ? NEVER : Math.toIntExact(day.toEpochDay());
    }

    public String id() {
        return id;
    }

    /** Number of the record type. */
    public int type() {
        return type;
    }

    public LocalDate decidedOn() {
        return LocalDate.ofEpochDay(decidedOn);
    }

    public boolean disputed() {
        return disputed;
    }

    public @Nullable String severity() {
        return severity;
    }

    /** Last day on which the record may be used; empty for no such day. */
    public Optional<LocalDate> lastDay() {
        return lastDay == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastDay));
    }

    /** First day on which repair may be granted; empty where it cannot be repaired. */
    public Optional<LocalDate> earliestRepair() {
        return earliestRepair == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(earliestRepair));
    }

    /** In the order of the type's fields, a copy. */
    public @Nullable String[] values() {
        return values.clone();
    }
}
