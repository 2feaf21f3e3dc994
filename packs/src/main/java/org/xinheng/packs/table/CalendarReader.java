package org.xinheng.packs.table;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.core.calendar.SpecialDay;
import org.xinheng.core.calendar.WorkingCalendar;

/** Reads the working calendar from {@code calendar/} of a chain of packs: one table, or one for each notice. */
public final class CalendarReader {

    private static final String FOLDER = "calendar";

    private CalendarReader() {}

    /**
     * @param folders of the packs, the lowest first
     * @throws FaultyTableException when no calendar is there, a row is faulty, or a date stands twice
     */
    public static WorkingCalendar read(List<Path> folders) {
        List<TableHead> heads = TableHead.list(folders, FOLDER, "calendar");
        if (heads.isEmpty()) {
            throw new FaultyTableException(
                    folders.getLast().resolve(FOLDER).toString(), 0, "table.kind-missing", "calendar");
        }
        List<SpecialDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        for (TableHead head : heads) {
            years.addAll(head.years());
            TableRows.forEach(head.file(), row -> {
                SpecialDay day = day(row);
                if (!seen.add(day.date())) {
                    throw row.fault("table.doubled", day.date().toString());
                }
                days.add(day);
            });
        }
        return WorkingCalendar.of(days, years);
    }

    private static SpecialDay day(TableRows.Row row) {
        LocalDate date;
        try {
            date = LocalDate.parse(row.get("date"));
        } catch (DateTimeParseException e) {
            throw row.fault("table.date", row.get("date"));
        }
        String off = row.get("is_day_off");
        if (!off.equals("1") && !off.equals("0")) {
            throw row.fault("table.day-off", off);
        }
        return new SpecialDay(date, off.equals("1"), row.get("name"), row.get("source_notice"));
    }
}
