package org.xinheng.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            steps.stream()
                    .filter(step -> timer.starts().contains(step.action()))
                    .reduce((_, later) -> later)
                    .map(start -> read(timer, start, steps))
                    .ifPresent(readings::add);
        }
        return readings;
    }

    private TimerReading read(Timer timer, Step start, List<Step> steps) {
        DeadlineRule rule = policy.deadline(timer.clock(), start.day());
        boolean stoppable = rule.counting().suspension() != null;
        List<Pause> pauses = new ArrayList<>();
        LocalDate stopped = null;
        Step extension = null;
        boolean ended = false;
        for (Step step : steps) {
            Clockwork clockwork = clockwork(step);
            if (stoppable && clockwork == Clockwork.SUSPEND) {
                stopped = step.day();
            } else if (stopped != null && clockwork == Clockwork.RESUME) {
                if (step.day().isAfter(stopped)) {
                    pauses.add(new Pause(stopped, step.day().minusDays(1)));
                }
                stopped = null;
            }
            if (step.number() > start.number()) {
                ended |= timer.ends().contains(step.action());
                extension = clockwork == Clockwork.EXTEND && rule.counting().extension() != null ? step : extension;
            }
        }
        DueDate due = stopped != null ? null : due(rule, start.day(), pauses, extension);
        return new TimerReading(
                timer, rule, start.number(), start.day(), due, pauses, extension != null, ended, why(rule, start, due));
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
        Clockwork last = Clockwork.NONE;
        for (Step step : steps) {
            Clockwork clockwork = clockwork(step);
            last = clockwork == Clockwork.SUSPEND || clockwork == Clockwork.RESUME ? clockwork : last;
        }
        return last == Clockwork.SUSPEND;
    }

    private Clockwork clockwork(Step step) {
        Optional<Action> action = kind.action(step.action());
        return action.map(found -> found.needs().clockwork()).orElse(Clockwork.NONE);
    }
}
