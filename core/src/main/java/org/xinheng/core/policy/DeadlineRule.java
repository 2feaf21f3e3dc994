package org.xinheng.core.policy;

/**
 * A period counted from a day (时限), e.g. seven working days from decision to publication.
 *
 * @param clock what the period is for, e.g. {@code withdrawal}: the same through all editions, while the rule's id names one
 * @param days number of days, zero or more
 * @param unit working days need the calendar, calendar days do not
 */
public record DeadlineRule(Rule rule, String clock, int days, Unit unit) {

    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }
}
