package org.xinheng.core.policy;

/**
 * A period counted from a day (时限), e.g. seven working days from decision to publication.
 *
 * @param days number of days, zero or more
 * @param unit working days need the calendar, calendar days do not
 */
public record DeadlineRule(Rule rule, int days, Unit unit) {

    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }
}
