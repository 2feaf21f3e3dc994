package org.xinheng.core.code;

import java.time.YearMonth;

/**
 * Recognises a resident's identity number (公民身份号码, GB 11643-1999), only to keep it out: nothing here keeps, returns or
 * prints one. Province, date of birth and the check character of ISO 7064 MOD 11-2 must all hold, because real codes of
 * organisations look like dates.
 */
public final class ResidentId {

    /** Characters of the number since 1999. */
    public static final int LENGTH = 18;

    /** Digits of the older form, which has no check character. */
    public static final int OLDER_LENGTH = 15;

    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    /** Numbers were given to the living from 1984 on. */
    private static final int FIRST_YEAR = 1880;

    private static final int LAST_YEAR = 2099;
    /** GB/T 2260, first two digits; 81 to 83 are the residence permits of Hong Kong, Macao and Taiwan residents. */
    private static final boolean[] PROVINCES = provinces(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83);

    private ResidentId() {}

    /** Whether the whole text is an identity number of 18 characters; half-width or full-width, {@code x} or {@code X}. */
    public static boolean matches(CharSequence text) {
        return text.length() == LENGTH && endAt(text, 0) == LENGTH;
    }

    /**
     * Whether the whole text may be an identity number of the older form: province and date hold. Without a check
     * character this is a suspicion only: a number whose GS 15-2006 check digit holds is a registration number.
     */
    public static boolean matchesOlderForm(CharSequence text) {
        if (text.length() != OLDER_LENGTH) {
            return false;
        }
        for (int i = 0; i < OLDER_LENGTH; i++) {
            if (digitAt(text, i) < 0) {
                return false;
            }
        }
        return PROVINCES[number(text, 0, 2)]
                && isDate(1900 + number(text, 6, 2), number(text, 8, 2), number(text, 10, 2));
    }

    /**
     * Whether the whole text has province, date and characters of an identity number of 18 characters. Where the check
     * character is wrong that is a suspicion only: somebody's mistyped number, or an organisation's code with such digits.
     */
    public static boolean hasForm(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH - 1; i++) {
            if (digitAt(text, i) < 0) {
                return false;
            }
        }
        return (digitAt(text, LENGTH - 1) >= 0 || checkAt(text, LENGTH - 1) == 'X')
                && PROVINCES[number(text, 0, 2)]
                && hasBirthday(text);
    }

    /** Whether the characters 7 to 14 read as a day on which somebody may have been born. */
    public static boolean hasBirthday(CharSequence text) {
        for (int i = 6; i < 14; i++) {
            if (digitAt(text, i) < 0) {
                return false;
            }
        }
        return isDate(number(text, 6, 4), number(text, 10, 2), number(text, 12, 2));
    }

    /** Where the next identity number at or after {@code from} starts, or -1. */
    public static int find(CharSequence text, int from) {
        for (int i = Math.max(0, from); i + LENGTH <= text.length(); i++) {
            if (digitAt(text, i) >= 0 && endAt(text, i) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The end (exclusive) of the identity number that starts at {@code from}, or -1 when none does. Single blanks or
     * hyphens between its characters are stepped over, as in {@code 110101 19900307 001X}.
     */
    public static int endAt(CharSequence text, int from) {
        if (from > 0 && digitAt(text, from - 1) >= 0) {
            return -1;
        }
        int weighted = 0;
        int province = 0;
        int date = 0;
        int at = from;
        for (int i = 0; i < LENGTH - 1; i++, at++) {
            if (i > 0 && isGap(text, at)) {
                at++;
            }
            int digit = digitAt(text, at);
            if (digit < 0) {
                return -1;
            }
            weighted += digit * WEIGHTS[i];
            if (i < 2) {
                province = province * 10 + digit;
                // Most codes of organisations end here: 91 to 93 are no province.
                if (i == 1 && !PROVINCES[province]) {
                    return -1;
                }
            } else if (i >= 6 && i < 14) {
                date = date * 10 + digit;
            }
        }
        if (isGap(text, at)) {
            at++;
        }
        boolean holds = isDate(date / 10_000, date / 100 % 100, date % 100)
                && checkAt(text, at) == CHECK_CHARACTERS.charAt(weighted % 11)
                && digitAt(text, at + 1) < 0;
        return holds ? at + 1 : -1;
    }

    private static boolean isGap(CharSequence text, int at) {
        return at < text.length() && (CodeText.isBlank(text.charAt(at)) || CodeText.isHyphen(text.charAt(at)));
    }

    private static char checkAt(CharSequence text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        char c = CodeText.halfWidth(text.charAt(at));
        return c == 'x' ? 'X' : c;
    }

    private static int digitAt(CharSequence text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        int digit = CodeText.halfWidth(text.charAt(at)) - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    private static int number(CharSequence text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + digitAt(text, i);
        }
        return number;
    }

    private static boolean isDate(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean[] provinces(int... codes) {
        boolean[] known = new boolean[100];
        for (int code : codes) {
            known[code] = true;
        }
        return known;
    }
}
