package org.xinheng.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the national pack's own list of days, so that a fault in the data shows here too. */
class WorkingCalendarTests {

    private static final List<SpecialDay> DAYS = days();
    private static final WorkingCalendar CALENDAR =
            WorkingCalendar.of(DAYS, IntStream.rangeClosed(2013, 2026).boxed().toList());

    @ParameterizedTest
    @CsvSource({
        "2024-02-08,2024-02-19,2024-02-23,2024-02-28,2024-03-13",
        "2025-09-26,2025-09-30,2025-10-13,2025-10-16,2025-10-30",
        "2026-01-01,2026-01-06,2026-01-12,2026-01-15,2026-01-29",
        "2026-02-12,2026-02-24,2026-02-28,2026-03-04,2026-03-18",
        "2026-02-13,2026-02-25,2026-03-02,2026-03-05,2026-03-19",
        "2026-04-30,2026-05-08,2026-05-13,2026-05-18,2026-06-01",
        "2026-09-18,2026-09-22,2026-09-29,2026-10-09,2026-10-22",
        "2026-09-30,2026-10-10,2026-10-15,2026-10-20,2026-11-03"
    })
    void knownDeadlinesHold(LocalDate start, LocalDate three, LocalDate seven, LocalDate ten, LocalDate twenty) {
        assertThat(IntStream.of(3, 7, 10, 20).mapToObj(n -> CALENDAR.addWorkingDays(start, n)))
                .allMatch(deadline -> !deadline.provisional())
                .extracting(Deadline::date)
                .containsExactly(three, seven, ten, twenty);
    }

    @ParameterizedTest
    @CsvSource({"2024,251", "2025,248", "2026,248"})
    void yearsHaveTheirNumberOfWorkingDays(int year, long count) {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(count);
    }

    @Test
    void zeroDaysGiveTheStartEvenOnAHolidayAndAreNeverProvisional() {
        for (LocalDate start : List.of(LocalDate.of(2026, 10, 1), LocalDate.of(2030, 1, 1))) {
            Deadline deadline = CALENDAR.addWorkingDays(start, 0);
            assertThat(deadline.date()).isEqualTo(start);
            assertThat(deadline.provisional()).isFalse();
        }
    }

    @Test
    void provisionalOnlyWhenADayCountedOrSkippedLiesInAYearWithoutNotice() {
        LocalDate lastWorkingDay = LocalDate.of(2026, 12, 31);

        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 12, 30), 1).provisional())
                .isFalse();
        assertThat(CALENDAR.addWorkingDays(lastWorkingDay, 1).provisional()).isTrue();
        assertThat(CALENDAR.addWorkingDays(lastWorkingDay, 1).date()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2012, 12, 31), 1).provisional())
                .as("the start is neither counted nor skipped")
                .isFalse();
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2012, 12, 28), 1).provisional())
                .isTrue();
        assertThat(CALENDAR.firstProvisionalYear(lastWorkingDay, LocalDate.of(2029, 1, 1)))
                .hasValue(2027);
        assertThat(CALENDAR.firstProvisionalYear(lastWorkingDay, lastWorkingDay))
                .isEmpty();
    }

    @Test
    void skippedSaturdayInTheNextYearMakesTheCountProvisional() {
        WorkingCalendar calendar = WorkingCalendar.of(List.of(), List.of(2021, 2023));

        // 31 December 2021 is a Friday: 1 January 2022 lies in a year without notice.
        Deadline deadline = calendar.addWorkingDays(LocalDate.of(2021, 12, 31), 1);
        assertThat(deadline.date()).isEqualTo(LocalDate.of(2022, 1, 3));
        assertThat(deadline.explanation().yearsWithoutNotice()).containsExactly(2022);
    }

    @Test
    void explanationNamesHolidaysSkippedAndMakeUpDaysCounted() {
        Explanation why = CALENDAR.addWorkingDays(LocalDate.of(2026, 2, 12), 7).explanation();

        assertThat(why.workingDays()).isEqualTo(7);
        assertThat(why.plainWeekendDays()).isZero();
        assertThat(why.holidays()).singleElement().satisfies(holiday -> {
            assertThat(holiday.name()).isEqualTo("春节");
            assertThat(holiday.first()).isEqualTo(LocalDate.of(2026, 2, 15));
            assertThat(holiday.last()).isEqualTo(LocalDate.of(2026, 2, 23));
            assertThat(holiday.source()).startsWith("https://www.gov.cn/");
        });
        assertThat(why.makeUpDays())
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28));
        assertThat(why.yearsWithoutNotice()).isEmpty();
    }

    @Test
    void negativeCountAndDoubleDayAreRefused() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        SpecialDay special = new SpecialDay(day, true, "x", "y");

        assertThatThrownBy(() -> CALENDAR.addWorkingDays(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingCalendar.of(List.of(special, special), List.of(2026)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-02");
    }

    @Test
    void calendarWithoutDataCountsMondayToFridayAndIsAlwaysProvisional() {
        Deadline deadline = WorkingCalendar.of(List.of(), List.of()).addWorkingDays(LocalDate.of(2026, 9, 30), 5);

        assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(deadline.provisional()).isTrue();
    }

    @Test
    void randomCountsAgreeWithCountingDayByDay() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<LocalDate, Boolean> special = new HashMap<>();
        DAYS.forEach(day -> special.put(day.date(), day.dayOff()));
        for (int i = 0; i < 20_000; i++) {
            LocalDate start = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(9_000));
            int n = random.nextInt(i % 10 == 0 ? 2_000 : 60);
            LocalDate date = start;
            boolean provisional = false;
            for (int counted = 0; counted < n; ) {
                date = date.plusDays(1);
                boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
                counted += special.containsKey(date) ? (special.get(date) ? 0 : 1) : (weekend ? 0 : 1);
                provisional |= date.getYear() < 2013 || date.getYear() > 2026;
            }
            Deadline deadline = CALENDAR.addWorkingDays(start, n);
            assertThat(deadline.date()).as("%s + %d, seed %d", start, n, seed).isEqualTo(date);
            assertThat(deadline.provisional())
                    .as("%s + %d, seed %d", start, n, seed)
                    .isEqualTo(provisional);
            assertThat(CALENDAR.dateAfter(start, n)).isEqualTo(date);
            assertThat(CALENDAR.workingDaysBetween(start, date)).isEqualTo(n);
            assertThat(CALENDAR.workingDaysBetween(date, start)).isEqualTo(-n);
            assertThat(n == 0 || CALENDAR.isWorkingDay(date)).isTrue();
        }
    }

    private static List<SpecialDay> days() {
        Path file = Path.of(System.getProperty("xinheng.home", ".."), "policy-packs/national/calendar/holidays.csv");
        try {
            List<SpecialDay> days = new ArrayList<>();
            for (String line :
                    Files.readAllLines(file).subList(1, (int) Files.lines(file).count())) {
                String[] cells = line.split(",", -1);
                days.add(new SpecialDay(LocalDate.parse(cells[0]), cells[2].equals("1"), cells[1], cells[3]));
            }
            return days;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
