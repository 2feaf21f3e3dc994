package org.xinheng.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.clock.DueDate.Pause;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Clockwork;
import org.xinheng.core.policy.CaseKind.Timer;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;

/**
 * The periods of a case, read off its steps. Nothing is kept: when the notice of a year's holidays is loaded, the next reading
 * follows it.
 */
final class Timers {

    private final CaseKind kind;
    private final Policy policy;

    Timers(CaseKind kind, Policy policy) {
        this.kind = kind;
        this.policy = policy;
    }

    /** Those that were started, in the order of the pack. */
    List<TimerReading> read(List<Step> steps) {
        List<TimerReading> readings = new ArrayList<>();
        for (Timer timer : kind.timers()) {
            Step start = last(steps.stream().filter(step -> timer.starts().contains(step.action())));
            if (start != null) {
                readings.add(read(timer, start, steps));
            }
        }
        return readings;
    }

    private TimerReading read(Timer timer, Step start, List<Step> steps) {
        DeadlineRule rule = policy.deadline(timer.clock(), start.day());
        List<Step> after = steps.subList(start.number(), steps.size());
        Standstill standstill = rule.counting().suspension() == null ? Standstill.NONE : standstill(steps);
        Step extension = rule.counting().extension() == null
                ? null
                : last(after.stream().filter(step -> clockwork(step) == Clockwork.EXTEND));
        DueDate due = standstill.since() == null ? due(rule, start.day(), standstill.pauses(), extension) : null;
        return new TimerReading(
                timer,
                rule,
                start.number(),
                start.day(),
                due,
                standstill.pauses(),
                extension != null,
                after.stream().anyMatch(step -> timer.ends().contains(step.action())),
                why(rule, start, due));
    }

    private static @Nullable Step last(Stream<Step> steps) {
        return steps.reduce((_, later) -> later).orElse(null);
    }

    /** @param since the day from which the periods stand still; null while they run */
    private record Standstill(List<Pause> pauses, @Nullable LocalDate since) {
        static final Standstill NONE = new Standstill(List.of(), null);
    }

    /** The day of the suspension does not count, that of the resumption does. */
    private Standstill standstill(List<Step> steps) {
        List<Pause> pauses = new ArrayList<>();
        LocalDate since = null;
        for (Step step : steps) {
            switch (clockwork(step)) {
                case SUSPEND -> since = step.day();
                case RESUME -> {
                    if (since != null && step.day().isAfter(since)) {
                        pauses.add(new Pause(since, step.day().minusDays(1)));
                    }
                    since = null;
                }
                case NONE, EXTEND -> {}
            }
        }
        return new Standstill(pauses, since);
    }

    private DueDate due(DeadlineRule rule, LocalDate start, List<Pause> pauses, @Nullable Step extension) {
        LocalDate until = extension == null ? null : extension.until();
        DeadlineRule.Extension length = rule.counting().extension();
        boolean counted = extension != null && length != null && length.days() != null;
        DueDate due = DueDate.of(rule, policy.calendar(), start, pauses, counted);
        return until != null && !counted ? new DueDate(until, false) : due;
    }

    private org.xinheng.core.calendar.@Nullable Explanation why(DeadlineRule rule, Step start, @Nullable DueDate due) {
        if (due == null || rule.unit() == DeadlineRule.Unit.CALENDAR_DAYS) {
            return null;
        }
        boolean same = rule.counting().firstDay() == DeadlineRule.FirstDay.SAME_DAY;
        return policy.calendar().explain(same ? start.day().minusDays(1) : start.day(), due.date());
    }

    /** Whether the periods stand still after these steps. */
    boolean stopped(List<Step> steps) {
        return standstill(steps).since() != null;
    }

    private Clockwork clockwork(Step step) {
        Optional<Action> action = kind.action(step.action());
        return action.map(found -> found.needs().clockwork()).orElse(Clockwork.NONE);
    }
}
