package org.xinheng.core.clock;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.policy.DeadlineRule;

/**
 * The last day of a period (届满日), counted as its rule says. A day on which the clock stood still is not counted; a period of
 * no days ends on the day that starts it.
 *
 * @param date last day on which the thing is in time (Asia/Shanghai)
 * @param provisional a day counted or skipped lies in a year whose holiday notice is missing
 */
public record DueDate(LocalDate date, boolean provisional) {

    /** Days on which a clock stood still (中止), both included. */
    public record Pause(LocalDate first, LocalDate last) {
        public Pause {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a pause ends " + last + " before it begins " + first);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** A period that nothing stopped and nobody extended. */
    public static DueDate of(DeadlineRule rule, WorkingCalendar calendar, LocalDate start) {
        return of(rule, calendar, start, List.of(), false);
    }

    /**
     * @param start the day that starts the period
     * @param pauses days that do not count; they may overlap each other
     * @param extended whether the period was extended by decision
     * @throws IllegalArgumentException when the rule knows no extension or no length of it
     */
    public static DueDate of(
            DeadlineRule rule, WorkingCalendar calendar, LocalDate start, List<Pause> pauses, boolean extended) {
        int left = rule.days() + (extended ? extension(rule) : 0);
        LocalDate day = start;
        boolean first = rule.counting().firstDay() == DeadlineRule.FirstDay.SAME_DAY;
        LocalDate notCounted = first ? start.minusDays(1) : start;
        while (left > 0) {
            day = first ? day : day.plusDays(1);
            first = false;
            LocalDate counted = day;
            if (isCounted(rule, calendar, day) && pauses.stream().noneMatch(pause -> pause.covers(counted))) {
                left--;
            }
        }
        boolean working = rule.unit() == DeadlineRule.Unit.WORKING_DAYS;
        return new DueDate(day, working && calendar.isProvisional(notCounted, day));
    }

    private static boolean isCounted(DeadlineRule rule, WorkingCalendar calendar, LocalDate day) {
        return rule.unit() == DeadlineRule.Unit.CALENDAR_DAYS || calendar.isWorkingDay(day);
    }

    private static int extension(DeadlineRule rule) {
        DeadlineRule.Extension extension = rule.counting().extension();
        if (extension == null || extension.days() == null) {
            throw new IllegalArgumentException(rule.rule().id() + " gives no length of an extension");
        }
        return extension.days();
    }
}
