package org.xinheng.core.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a count of working days ends where it ends, as facts; the words are chosen by who shows them.
 *
 * @param workingDays days counted, make-up working days included
 * @param plainWeekendDays Saturdays and Sundays skipped that are no part of a holiday
 * @param holidays days off skipped, joined while they follow each other under one name
 * @param makeUpDays weekend days counted because they are worked
 * @param yearsWithoutNotice years touched whose official notice is not there: Monday to Friday was taken
 */
public record Explanation(
        long workingDays,
        long plainWeekendDays,
        List<Holiday> holidays,
        List<SpecialDay> makeUpDays,
        List<Integer> yearsWithoutNotice) {

    public Explanation {
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(makeUpDays);
        yearsWithoutNotice = List.copyOf(yearsWithoutNotice);
    }

    /** Days off in a row under one name, both ends included, as far as they lie in the counted period. */
    public record Holiday(String name, LocalDate first, LocalDate last, String source) {}
}
