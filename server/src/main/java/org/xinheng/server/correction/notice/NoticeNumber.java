package org.xinheng.server.correction.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number of a notice: gap-free within its year; written {@code 2026-17}. */
public record NoticeNumber(int year, int number) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{3})-([1-9]\\d{0,8})");

    public static Optional<NoticeNumber> parse(String text) {
        Matcher written = FORM.matcher(text);
        return written.matches()
                ? Optional.of(new NoticeNumber(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    /** The one after it: a new year begins with 1, and a clock that was set back brings no year back. */
    NoticeNumber next(int currentYear) {
        return currentYear > year ? new NoticeNumber(currentYear, 1) : new NoticeNumber(year, number + 1);
    }

    @Override
    public String toString() {
        return year + "-" + number;
    }
}
