package org.xinheng.core.record;

import java.time.LocalDate;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.DeadlineRule;

/**
 * Whether a decision was reported in time (报送及时性): from the decision to the first receipt of the row, which stops the
 * source's clock; what follows until it is in force is the platform's own time.
 *
 * @param due last day on which the row is in time
 * @param daysToReceipt working days after the decision up to and including the day of receipt
 * @param daysToPublication working days after the receipt up to and including the day on which it took effect
 * @param late received after the due day
 * @param provisional a day counted lies in a year without an official notice of holidays: to be counted again
 */
public record Timeliness(LocalDate due, long daysToReceipt, long daysToPublication, boolean late, boolean provisional) {

    /**
     * @param rule the pack's period from decision to publication, in force on the day of the decision
     * @param received day of the first receipt of the row (Asia/Shanghai)
     * @param published day on which the version took effect
     */
    public static Timeliness of(
            LocalDate decided, LocalDate received, LocalDate published, DeadlineRule rule, WorkingCalendar calendar) {
        DueDate due = DueDate.of(rule, calendar, decided);
        LocalDate end = published.isAfter(received) ? published : received;
        return new Timeliness(
                due.date(),
                calendar.workingDaysBetween(decided, received),
                calendar.workingDaysBetween(received, end),
                received.isAfter(due.date()),
                due.provisional() || calendar.isProvisional(decided, received));
    }
}
