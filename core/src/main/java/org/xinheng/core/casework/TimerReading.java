package org.xinheng.core.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.Explanation;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.clock.DueDate.Pause;
import org.xinheng.core.policy.CaseKind.Timer;
import org.xinheng.core.policy.DeadlineRule;

/**
 * A period of a case that was started (时限).
 *
 * @param rule the edition in force on the day that started it
 * @param startedBy number of the step that started it
 * @param due null while the period stands still
 * @param pauses days that did not count; the last one is open while it stands still and then not among them
 * @param extended whether it was made longer
 * @param ended whether what it ran for was done
 * @param why what was counted and skipped up to the due day; null while it stands still or for calendar days
 */
public record TimerReading(
        Timer timer,
        DeadlineRule rule,
        int startedBy,
        LocalDate start,
        @Nullable DueDate due,
        List<Pause> pauses,
        boolean extended,
        boolean ended,
        @Nullable Explanation why) {

    public TimerReading {
        pauses = List.copyOf(pauses);
    }

    /** Whether it is over on a day and what it ran for was not done. */
    public boolean missed(LocalDate day) {
        return !ended && due != null && day.isAfter(due.date());
    }

    /** Whether it can be stopped by its rule and runs. */
    boolean stoppable() {
        return !ended && rule.counting().suspension() != null;
    }

    boolean extendable() {
        return !ended && rule.counting().extension() != null;
    }
}
