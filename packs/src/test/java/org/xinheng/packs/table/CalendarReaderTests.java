package org.xinheng.packs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.packs.Project;

class CalendarReaderTests {

    private static final String NOTICE_2027 = """
            id: place.calendar.holidays-2027
            kind: calendar
            title: {zh: 2027 年放假安排, en: Holidays of 2027}
            basis: {document: 某通知}
            source: a notice
            licence: public domain
            confidence: confirmed
            file: holidays-2027.csv
            years: [2027]
            """;

    @TempDir
    private Path pack;

    @Test
    void nationalCalendarKnowsTheYearsOfItsNotices() {
        WorkingCalendar calendar = CalendarReader.read(Project.nationalPack());

        assertThat(calendar.hasNoticeFor(2013)).isTrue();
        assertThat(calendar.hasNoticeFor(2026)).isTrue();
        assertThat(calendar.hasNoticeFor(2012)).isFalse();
        assertThat(calendar.hasNoticeFor(2027)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28)))
                .as("make-up Saturday")
                .isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void everyMakeUpDayOfTheNationalCalendarIsAWeekendDay() {
        // The notice that lengthened the Spring Festival of 2020 names the Monday on which work began again.
        LocalDate monday = LocalDate.of(2020, 2, 3);
        TableRows.forEach(Project.nationalPack().getFirst().resolve("calendar/holidays.csv"), row -> {
            LocalDate date = LocalDate.parse(row.get("date"));
            if (row.get("is_day_off").equals("0") && !date.equals(monday)) {
                assertThat(date.getDayOfWeek()).as(row.get("date")).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
            assertThat(row.get("source_notice")).startsWith("http");
        });
    }

    @Test
    void loadedNoticeEndsTheProvisionalYear() throws IOException {
        addNotice("date,name,is_day_off,source_notice\n2027-01-01,元旦,1,https://example.org/2027\n");

        WorkingCalendar calendar =
                CalendarReader.read(List.of(Project.nationalPack().getFirst(), pack));

        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 12, 31), 1).date())
                .isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 12, 31), 1).provisional())
                .isFalse();
    }

    @Test
    void faultyRowsNameTheirLine() throws IOException {
        assertFault("2027-02-30,x,1,y", "table.date");
        assertFault("2027-02-01,x,yes,y", "table.day-off");
        assertFault("2027-10-01,x,1,y\n2027-10-01,x,1,y", "table.doubled");
    }

    private void assertFault(String row, String code) throws IOException {
        addNotice("date,name,is_day_off,source_notice\n" + row + "\n");
        assertThatThrownBy(
                        () -> CalendarReader.read(List.of(Project.nationalPack().getFirst(), pack)))
                .isInstanceOfSatisfying(FaultyTableException.class, fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.line()).isEqualTo(code.equals("table.doubled") ? 3 : 2);
                });
    }

    private void addNotice(String csv) throws IOException {
        Path folder = Files.createDirectories(pack.resolve("calendar"));
        Files.writeString(folder.resolve("holidays-2027.yaml"), NOTICE_2027);
        Files.writeString(folder.resolve("holidays-2027.csv"), csv);
    }
}
