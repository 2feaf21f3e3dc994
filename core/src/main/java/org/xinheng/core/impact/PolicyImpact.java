package org.xinheng.core.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision;
import org.xinheng.core.record.PublishGate;

/**
 * Compares two policies on one day: each record that is added is judged under both, each clock is counted under both. A few
 * examples are kept for each type, by their opaque address and nothing else.
 */
public final class PolicyImpact {

    private static final int EXAMPLES = 3;

    private final Policy before;
    private final Policy after;
    private final LocalDate on;
    private final Map<String, Tally> tallies = new TreeMap<>();

    /** @param on the day on which the later policy would hold (Asia/Shanghai) */
    public PolicyImpact(Policy before, Policy after, LocalDate on) {
        this.before = before;
        this.after = after;
        this.on = on;
    }

    /**
     * What the gate says of one record.
     *
     * @param state {@code shown}, {@code not-shown}, {@code held}, or {@code no-type} where the policy has no such type
     * @param last last public day; null where it is not shown or shown without end
     */
    public record Outcome(
            String state,
            @Nullable LocalDate last,
            @Nullable String severity,
            @Nullable LocalDate earliestRepair) {}

    public record Example(String address, Outcome before, Outcome after) {}

    /**
     * @param seen records of the type
     * @param moved those with another outcome
     * @param longer those that would be shown longer, or shown where they are not: each of them needs its law
     */
    public record TypeImpact(String type, long seen, long moved, long longer, List<Example> examples) {
        public TypeImpact {
            examples = List.copyOf(examples);
        }
    }

    /** @param before due day of a period that starts on the day; null where the policy has no such clock */
    public record ClockImpact(
            String clock,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    private static final class Tally {
        private long seen;
        private long moved;
        private long longer;
        private final List<Example> examples = new ArrayList<>();
    }

    /**
     * Judges one stored record under both policies.
     *
     * @param values field name to value, non-blank ones only
     */
    public void add(String type, Map<String, String> values, String address) {
        Outcome old = outcome(before, type, values);
        Outcome now = outcome(after, type, values);
        Tally tally = tallies.computeIfAbsent(type, id -> new Tally());
        tally.seen++;
        if (!old.equals(now)) {
            tally.moved++;
            tally.longer += isLonger(old, now) ? 1 : 0;
            if (tally.examples.size() < EXAMPLES) {
                tally.examples.add(new Example(address, old, now));
            }
        }
    }

    private static boolean isLonger(Outcome old, Outcome now) {
        if (!now.state().equals("shown")) {
            return false;
        }
        return !old.state().equals("shown")
                || (old.last() != null && (now.last() == null || now.last().isAfter(old.last())));
    }

    private Outcome outcome(Policy policy, String id, Map<String, String> values) {
        RecordType type = policy.recordType(id).orElse(null);
        if (type == null) {
            return new Outcome("no-type", null, null, null);
        }
        String[] row =
                type.fields().stream().map(field -> values.get(field.name())).toArray(String[]::new);
        return switch (PublishGate.under(policy, type).decide(row, on)) {
            case GateDecision.Shown shown ->
                new Outcome("shown", shown.window().last(), shown.severity(), shown.earliestRepair());
            case GateDecision.NotShown hidden ->
                new Outcome("not-shown", null, hidden.severity(), hidden.earliestRepair());
            case GateDecision.Held held -> new Outcome("held", null, null, null);
        };
    }

    /** Every type of which a record was added, in the order of ids. */
    public List<TypeImpact> types() {
        return tallies.entrySet().stream()
                .map(entry -> new TypeImpact(
                        entry.getKey(),
                        entry.getValue().seen,
                        entry.getValue().moved,
                        entry.getValue().longer,
                        entry.getValue().examples))
                .toList();
    }

    /** The clocks whose period, started on the day, would end on another day, or that only one policy has. */
    public List<ClockImpact> clocks() {
        TreeSet<String> all = new TreeSet<>(before.deadlines().keySet());
        all.addAll(after.deadlines().keySet());
        return all.stream()
                .map(clock -> new ClockImpact(clock, due(before, clock), due(after, clock)))
                .filter(clock -> !Objects.equals(clock.before(), clock.after()))
                .toList();
    }

    private @Nullable LocalDate due(Policy policy, String clock) {
        Optional<DeadlineRule> rule =
                Optional.ofNullable(policy.deadlines().get(clock)).flatMap(table -> table.on(on));
        return rule.map(found -> DueDate.of(found, policy.calendar(), on).date())
                .orElse(null);
    }
}
