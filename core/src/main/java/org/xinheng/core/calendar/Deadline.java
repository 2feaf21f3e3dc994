package org.xinheng.core.calendar;

import java.time.LocalDate;

/**
 * The last day of a period of working days, with the reason.
 *
 * @param start the day the period starts from; it is not counted itself
 * @param workingDays length of the period
 * @param date the last working day of the period; {@code start} for a period of 0
 * @param provisional a day counted or skipped lies in a year without an official notice: count again once it is loaded
 * @param explanation what was counted and what was skipped between {@code start} and {@code date}
 */
public record Deadline(
        LocalDate start, int workingDays, LocalDate date, boolean provisional, Explanation explanation) {}
