package org.xinheng.packs.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A date as people type it: {@code 2026-02-28}, {@code 2026/2/28} or {@code 20260228}; it must exist. */
final class StartDate {

    private StartDate() {}

    static Optional<LocalDate> parse(String text) {
        String[] parts = parts(text);
        if (parts.length != 3 || parts[0].length() != 4 || parts[1].length() > 2 || parts[2].length() > 2) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
        }
        try {
            LocalDate date =
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            return date.getYear() == 0 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String[] parts(String text) {
        if (text.length() == 8 && text.indexOf('-') < 0 && text.indexOf('/') < 0) {
            return new String[] {text.substring(0, 4), text.substring(4, 6), text.substring(6)};
        }
        return text.split(text.indexOf('/') >= 0 ? "/" : "-", -1);
    }
}
