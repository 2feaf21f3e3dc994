package org.xinheng.server.intake.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Numbers of a workbook as the text that a clerk sees, or none where digits were lost or no calendar has the day. */
final class CellNumber {

    /** Digits that a spreadsheet keeps of a number. */
    private static final int DIGITS = 15;

    private static final MathContext KEPT = new MathContext(DIGITS);
    private static final MathContext SHOWN = new MathContext(6);
    private static final double TOO_LONG = 1e15;
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS = 86_400;

    /** The day before 1 January 1900 is 0. */
    private static final long BEGIN_1900 = LocalDate.of(1899, 12, 31).toEpochDay();

    private static final long BEGIN_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
    /** The system of 1900 has a 29 February 1900, which never was; all later days are one too high. */
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;

    private CellNumber() {}

    /** Plain digits as written, when nothing can have been lost: the usual case. */
    static boolean isPlain(String written) {
        if (written.isEmpty() || written.length() > DIGITS) {
            return false;
        }
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && !(c == '.' && i > 0) && !(c == '-' && i == 0 && written.length() > 1)) {
                return false;
            }
        }
        return true;
    }

    /** @return NaN when it is no number */
    static double parse(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean part = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E' || c == 'e';
            if (!part) {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(written);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** The number without exponent, or null when it has more digits than a spreadsheet keeps. */
    static @Nullable String plain(double number) {
        if (Math.abs(number) >= TOO_LONG) {
            return null;
        }
        return number == 0
                ? "0"
                : new BigDecimal(number).round(KEPT).stripTrailingZeros().toPlainString();
    }

    /** A number as a cell of usual width shows it, such as 9.11101E+17. */
    static String scientific(double number) {
        var shown = new BigDecimal(number).round(SHOWN).stripTrailingZeros();
        var digits = shown.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shown.scale();
        return (number < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "E"
                + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** A whole number with zeros in front, as formats such as 000000 show it. */
    static String filled(String plain, int digits) {
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < '0' || plain.charAt(i) > '9') {
                return plain;
            }
        }
        return plain.length() >= digits ? plain : "0".repeat(digits - plain.length()) + plain;
    }

    /**
     * The day, with a time of day where it has one, or the time alone.
     *
     * @return null when the number is no day of the system; days that a spreadsheet shows although no calendar has them
     *     (1900-02-29, 1900-01-00) come as they are shown
     */
    static @Nullable String day(double number, boolean since1904) {
        if (!(number >= 0 && number < LAST_DAY + 1)) {
            return null;
        }
        long seconds = Math.round(number * SECONDS);
        int day = (int) (seconds / SECONDS);
        int second = (int) (seconds % SECONDS);
        if (day == 0 && second > 0) {
            return time(second);
        }
        var date = since1904 ? LocalDate.ofEpochDay(BEGIN_1904 + day).toString() : since1900(day);
        return second == 0 ? date : date + " " + time(second);
    }

    private static String since1900(int day) {
        if (day == 0) {
            return "1900-01-00";
        }
        if (day == LEAP_DAY_THAT_NEVER_WAS) {
            return "1900-02-29";
        }
        return LocalDate.ofEpochDay(BEGIN_1900 + day - (day > LEAP_DAY_THAT_NEVER_WAS ? 1 : 0))
                .toString();
    }

    private static String time(int second) {
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
