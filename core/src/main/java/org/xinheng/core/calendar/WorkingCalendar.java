package org.xinheng.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Working calendar (工作日历): official days off and make-up working days, and Monday to Friday for every other day.
 * Immutable; a day is a civil day of Asia/Shanghai. Each count takes the same few steps however long it is: the years
 * with data lie in arrays, the years around them are arithmetic.
 *
 * <p>A year without an official notice is counted Monday to Friday too, but every count that touches one is provisional.
 */
public final class WorkingCalendar {

    private final Set<Integer> announcedYears;
    private final NavigableMap<LocalDate, SpecialDay> specialDays;
    /** First day of the arrays, as epoch day. */
    private final long first;
    /** Working days from the first day of the arrays up to and including each day. */
    private final int[] upTo;
    /** Offset of the n-th working day of the arrays. */
    private final int[] offsets;

    private WorkingCalendar(NavigableMap<LocalDate, SpecialDay> specialDays, TreeSet<Integer> announcedYears) {
        this.specialDays = specialDays;
        this.announcedYears = Set.copyOf(announcedYears);
        TreeSet<Integer> years = new TreeSet<>(announcedYears);
        specialDays.keySet().forEach(day -> years.add(day.getYear()));
        if (years.isEmpty()) {
            years.add(1970);
        }
        this.first = LocalDate.of(years.first(), 1, 1).toEpochDay();
        int length = (int) (LocalDate.of(years.last(), 12, 31).toEpochDay() - first) + 1;
        BitSet working = new BitSet(length);
        for (int i = 0; i < length; i++) {
            working.set(i, isWorkingDayByRule(LocalDate.ofEpochDay(first + i)));
        }
        this.upTo = new int[length];
        this.offsets = working.stream().toArray();
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += working.get(i) ? 1 : 0;
            upTo[i] = count;
        }
    }

    /**
     * @param specialDays days off and make-up working days, each date at most once
     * @param announcedYears the years whose official notice is contained whole
     * @throws IllegalArgumentException when a date stands twice
     */
    public static WorkingCalendar of(Collection<SpecialDay> specialDays, Collection<Integer> announcedYears) {
        NavigableMap<LocalDate, SpecialDay> byDate = new TreeMap<>();
        for (SpecialDay day : specialDays) {
            if (byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException("the calendar has " + day.date() + " twice");
            }
        }
        return new WorkingCalendar(byDate, new TreeSet<>(announcedYears));
    }

    /**
     * The {@code workingDays}-th working day after {@code start}, which is not counted itself; {@code start} for 0.
     *
     * @throws IllegalArgumentException when {@code workingDays} is negative
     */
    public Deadline addWorkingDays(LocalDate start, int workingDays) {
        LocalDate date = dateAfter(start, workingDays);
        return new Deadline(start, workingDays, date, isProvisional(start, date), explain(start, date));
    }

    /** The date alone of {@link #addWorkingDays}, for hot paths. */
    public LocalDate dateAfter(LocalDate start, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days must not be negative: " + workingDays);
        }
        return workingDays == 0 ? start : LocalDate.ofEpochDay(dayOfRank(rank(start.toEpochDay()) + workingDays));
    }

    /**
     * Working days after {@code start} up to and including {@code end}; 0 for the same day, negative when {@code end}
     * comes first.
     */
    public long workingDaysBetween(LocalDate start, LocalDate end) {
        return rank(end.toEpochDay()) - rank(start.toEpochDay());
    }

    public boolean isWorkingDay(LocalDate date) {
        long day = date.toEpochDay();
        return rank(day) != rank(day - 1);
    }

    public boolean hasNoticeFor(int year) {
        return announcedYears.contains(year);
    }

    /** The first year without an official notice that a count from {@code start} (not counted) to {@code end} touches. */
    public OptionalInt firstProvisionalYear(LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            return OptionalInt.empty();
        }
        for (int year = start.plusDays(1).getYear(); year <= end.getYear(); year++) {
            if (!announcedYears.contains(year)) {
                return OptionalInt.of(year);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a day counted or skipped after {@code start} up to {@code end} lies in a year without notice. */
    public boolean isProvisional(LocalDate start, LocalDate end) {
        return firstProvisionalYear(start, end).isPresent();
    }

    /** What a count from {@code start} (not counted) to {@code end} counts and skips. */
    public Explanation explain(LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            return new Explanation(0, 0, List.of(), List.of(), List.of());
        }
        List<Explanation.Holiday> holidays = new ArrayList<>();
        List<SpecialDay> makeUpDays = new ArrayList<>();
        long daysOff = 0;
        for (SpecialDay day : specialDays.subMap(start, false, end, true).values()) {
            if (day.dayOff()) {
                daysOff++;
                joinTo(holidays, day);
            } else if (isWeekend(day.date())) {
                makeUpDays.add(day);
            }
        }
        long counted = workingDaysBetween(start, end);
        long plainWeekendDays = end.toEpochDay() - start.toEpochDay() - counted - daysOff;
        return new Explanation(counted, plainWeekendDays, holidays, makeUpDays, yearsWithoutNotice(start, end));
    }

    private static void joinTo(List<Explanation.Holiday> holidays, SpecialDay day) {
        Explanation.Holiday last = holidays.isEmpty() ? null : holidays.getLast();
        if (last != null
                && last.last().plusDays(1).equals(day.date())
                && last.name().equals(day.name())) {
            holidays.set(
                    holidays.size() - 1, new Explanation.Holiday(last.name(), last.first(), day.date(), last.source()));
        } else {
            holidays.add(new Explanation.Holiday(day.name(), day.date(), day.date(), day.source()));
        }
    }

    private List<Integer> yearsWithoutNotice(LocalDate start, LocalDate end) {
        List<Integer> years = new ArrayList<>();
        for (int year = start.plusDays(1).getYear(); year <= end.getYear(); year++) {
            if (!announcedYears.contains(year)) {
                years.add(year);
            }
        }
        return years;
    }

    private boolean isWorkingDayByRule(LocalDate date) {
        SpecialDay special = specialDays.get(date);
        return special != null ? !special.dayOff() : !isWeekend(date);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Working days from the first day of the arrays up to and including {@code day}; 0 or less before it. */
    private long rank(long day) {
        long offset = day - first;
        if (offset < 0) {
            return weekdaysUpTo(day) - weekdaysUpTo(first - 1);
        }
        if (offset < upTo.length) {
            return upTo[(int) offset];
        }
        return offsets.length + weekdaysUpTo(day) - weekdaysUpTo(first + upTo.length - 1);
    }

    /** The working day that brings {@link #rank} to {@code rank}. */
    private long dayOfRank(long rank) {
        if (rank <= 0) {
            return weekdayOf(rank + weekdaysUpTo(first - 1));
        }
        if (rank <= offsets.length) {
            return first + offsets[(int) rank - 1];
        }
        return weekdayOf(rank - offsets.length + weekdaysUpTo(first + upTo.length - 1));
    }

    /** Mondays to Fridays from Monday 29 December 1969 (epoch day -3) up to and including the day. */
    private static long weekdaysUpTo(long day) {
        return 5 * Math.floorDiv(day + 3, 7L) + Math.min(Math.floorMod(day + 3, 7L) + 1, 5);
    }

    /** The inverse of {@link #weekdaysUpTo}: the Monday to Friday with that count. */
    private static long weekdayOf(long count) {
        return 7 * Math.floorDiv(count - 1, 5L) + Math.floorMod(count - 1, 5L) - 3;
    }
}
