package org.xinheng.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A second counter that shares nothing with the engine: it reads the holidays from their file as text and walks one day at a
 * time. What it and the engine both say is right for two reasons.
 */
final class DayByDay {

    record Pause(LocalDate first, LocalDate last) {}

    private final Set<String> off = new HashSet<>();
    private final Set<String> worked = new HashSet<>();

    DayByDay(Path holidays) throws IOException {
        for (String line : Files.readAllLines(holidays)) {
            String[] cells = line.split(",");
            if (cells[2].equals("1")) {
                off.add(cells[0]);
            } else if (cells[2].equals("0")) {
                worked.add(cells[0]);
            }
        }
    }

    LocalDate due(LocalDate start, int days, boolean workingDays, List<Pause> pauses) {
        LocalDate day = start;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            LocalDate current = day;
            boolean paused = pauses.stream()
                    .anyMatch(pause -> !current.isBefore(pause.first()) && !current.isAfter(pause.last()));
            if (!paused && (!workingDays || isWorked(day))) {
                counted++;
            }
        }
        return day;
    }

    private boolean isWorked(LocalDate day) {
        String text = day.toString();
        int weekday = day.getDayOfWeek().getValue();
        return worked.contains(text) || (weekday < 6 && !off.contains(text));
    }

    /** The last day of so many months from a day on: the day before the one with the same number, walked to day by day. */
    static LocalDate lastOfMonths(LocalDate from, int months) {
        int month = from.getMonthValue() - 1 + months;
        int year = from.getYear() + month / 12;
        LocalDate day = from;
        while (day.getYear() != year || day.getMonthValue() != month % 12 + 1) {
            day = day.plusDays(1);
        }
        // Now the first day of the month reached: walk to the same number, or to the last day of a shorter month.
        while (day.getDayOfMonth() < from.getDayOfMonth() && day.plusDays(1).getMonthValue() == day.getMonthValue()) {
            day = day.plusDays(1);
        }
        return day.minusDays(1);
    }
}
