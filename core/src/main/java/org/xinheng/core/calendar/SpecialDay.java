package org.xinheng.core.calendar;

import java.time.LocalDate;

/**
 * A day that an official notice sets apart: a day off (放假), or a weekend day that is worked (调休上班).
 *
 * @param dayOff true for a day off, false for a make-up working day
 * @param name name of the holiday as the notice gives it
 * @param source where the notice stands
 */
public record SpecialDay(LocalDate date, boolean dayOff, String name, String source) {}
