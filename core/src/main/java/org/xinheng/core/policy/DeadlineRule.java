package org.xinheng.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A period counted from a day (时限), e.g. seven working days from decision to publication.
 *
 * @param clock what the period is for, e.g. {@code withdrawal}: the same through all editions, while the rule's id names one
 * @param days number of days, zero or more
 * @param unit working days need the calendar, calendar days do not
 * @param counting from which day it is counted, what stops it, and how it may be made longer
 */
public record DeadlineRule(Rule rule, String clock, int days, Unit unit, Counting counting) {

    /** A period counted from the next day on, which nothing stops and nobody extends. */
    public DeadlineRule(Rule rule, String clock, int days, Unit unit) {
        this(rule, clock, days, unit, Counting.PLAIN);
    }

    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    /** The first day counted: the day that starts the period, or the one after it (次日起算). */
    public enum FirstDay {
        NEXT_DAY,
        SAME_DAY
    }

    /**
     * How a period is counted.
     *
     * @param firstDay the first day counted
     * @param suspension what does not count against the period (不计入时限), in words; null where nothing stops it
     * @param extension how it may be made longer (延长); null where nobody may
     */
    public record Counting(
            FirstDay firstDay,
            @Nullable Title suspension,
            @Nullable Extension extension) {
        public static final Counting PLAIN = new Counting(FirstDay.NEXT_DAY, null, null);
    }

    /**
     * @param days further days in the same unit; null where the source gives no length, so that none can be counted
     * @param when in which case, in words
     */
    public record Extension(@Nullable Integer days, Title when) {}
}
