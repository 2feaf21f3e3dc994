package org.xinheng.core.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads the ways in which a day is written in deliveries: {@code 2026-02-28}, {@code 2026/2/28}, {@code 2026.2.28},
 * {@code 20260228}, {@code 2026年2月28日}, of either width, with blanks between the parts, with a time of day behind it
 * (left out). A zone behind the time is no day of ours and not read.
 */
final class DayText {

    /** Not the shape of a day. */
    static final int NO_DAY = -1;
    /** The shape of a day that no calendar has, such as 2026/02/30 or 0000-00-00. */
    static final int IMPOSSIBLE = -2;

    private final String text;
    private int at;

    private DayText(String text) {
        this.text = text;
    }

    /** The day as the number yyyymmdd, or {@link #NO_DAY} or {@link #IMPOSSIBLE}. */
    static int parse(String text) {
        return new DayText(text).day();
    }

    /** {@code yyyy-MM-dd} of a number yyyymmdd. */
    static String iso(int day) {
        byte[] iso = new byte[10];
        digits(iso, 0, 4, day / 10_000);
        iso[4] = '-';
        digits(iso, 5, 2, day / 100 % 100);
        iso[7] = '-';
        digits(iso, 8, 2, day % 100);
        return new String(iso, StandardCharsets.ISO_8859_1);
    }

    /** The day of a number yyyymmdd that {@link #parse} gave. */
    static LocalDate date(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    /** Whether the text is already what {@link #iso} would give, so that it can be kept. */
    static boolean isIso(String text) {
        return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-' && allAscii(text);
    }

    private static boolean allAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private int day() {
        int from = at;
        int year = number(8);
        if (at - from == 8) {
            return atEnd() ? checked(year / 10_000, year / 100 % 100, year % 100) : NO_DAY;
        }
        if (at - from != 4) {
            return NO_DAY;
        }
        char first = mark();
        int month = number(2);
        char second = mark();
        int dayOfMonth = number(2);
        boolean chinese = first == '年' && second == '月';
        if (month < 0 || dayOfMonth < 0 || !(chinese || (first == second && isSeparator(first)))) {
            return NO_DAY;
        }
        if (chinese) {
            skipBlanks();
            if (at < text.length() && (text.charAt(at) == '日' || text.charAt(at) == '号')) {
                at++;
            }
        }
        return atEnd() ? checked(year, month, dayOfMonth) : NO_DAY;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    private static int checked(int year, int month, int day) {
        boolean real = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return real ? year * 10_000 + month * 100 + day : IMPOSSIBLE;
    }

    /** At most {@code most} digits, or -1 when there is none. */
    private int number(int most) {
        skipBlanks();
        int number = 0;
        int from = at;
        while (at < text.length() && at - from < most) {
            int digit = Glyphs.digit(text.charAt(at));
            if (digit < 0) {
                break;
            }
            number = number * 10 + digit;
            at++;
        }
        return at == from ? -1 : number;
    }

    private char mark() {
        skipBlanks();
        if (at == text.length()) {
            return 0;
        }
        char c = text.charAt(at++);
        return Glyphs.isHyphen(c) ? '-' : Glyphs.narrow(c);
    }

    private void skipBlanks() {
        while (at < text.length() && Glyphs.isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** The end, or a time of day (H:mm, H:mm:ss, with fraction) and then the end. */
    private boolean atEnd() {
        if (at == text.length()) {
            return true;
        }
        if (!Glyphs.isBlank(text.charAt(at)) && text.charAt(at) != 'T') {
            return false;
        }
        at++;
        if (number(2) < 0) {
            return false;
        }
        int parts = 1;
        while (parts < 3 && at < text.length() && Glyphs.narrow(text.charAt(at)) == ':') {
            at++;
            if (number(2) < 0) {
                return false;
            }
            parts++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (number(9) < 0) {
                return false;
            }
        }
        return parts > 1 && at == text.length();
    }

    private static void digits(byte[] into, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
