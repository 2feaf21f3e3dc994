package org.xinheng.core.record;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts in 万元 (10,000 yuan) with at most six decimals, as a number of millionths of a 万元 (hundredths of a
 * yuan). Thousand separators, either width and a unit 万元 behind the number are understood; yuan are not: to multiply by
 * 10,000 on a guess would be to decide in the source's place.
 */
final class AmountText {

    static final long FORM = -1;
    static final long NEGATIVE = -2;
    static final long DECIMALS = -3;
    static final long TOO_LARGE = -4;
    static final long UNIT = -5;

    /** Millionths in one 万元. */
    static final long ONE = 1_000_000;

    private static final int DECIMAL_PLACES = 6;
    /** N(18,6) of the layout of 2018: twelve digits before the point. */
    private static final int INTEGER_DIGITS = 12;
    /** A spreadsheet keeps 17 significant digits and shows 15: 0.3 is stored as 0.29999999999999999. */
    private static final MathContext SPREADSHEET = new MathContext(15);

    private static final int LONGEST = 40;

    private AmountText() {}

    /** Millionths of a 万元, zero or more; or one of the negative answers above. */
    static long parse(String text) {
        String number = withoutUnit(text);
        if (number.isEmpty() || number.length() > LONGEST) {
            return number.isEmpty() ? FORM : TOO_LARGE;
        }
        char unit = number.charAt(number.length() - 1);
        if (unit == '元') {
            return UNIT;
        }
        long plain = plain(number);
        return plain == FORM || plain == DECIMALS ? exact(number, plain) : plain;
    }

    /** The amount as it is stored: no sign, no separator, no needless zero. */
    static String plainText(long millionths) {
        long whole = millionths / ONE;
        long rest = millionths % ONE;
        if (rest == 0) {
            return Long.toString(whole);
        }
        String decimals = Long.toString(ONE + rest).substring(1);
        int end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + decimals.substring(0, end);
    }

    /** The amount in yuan, for people. */
    static String yuanText(long millionths) {
        return BigDecimal.valueOf(millionths, 2).stripTrailingZeros().toPlainString();
    }

    private static String withoutUnit(String text) {
        int end = text.length();
        if (text.endsWith("万元")) {
            end -= 2;
        } else if (text.endsWith("万")) {
            end -= 1;
        }
        while (end > 0 && Glyphs.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end == text.length() ? text : text.substring(0, end);
    }

    private static long plain(String text) {
        boolean negative = Glyphs.narrow(text.charAt(0)) == '-';
        int from = negative || Glyphs.narrow(text.charAt(0)) == '+' ? 1 : 0;
        long whole = 0;
        int digits = 0;
        int sinceComma = -1;
        int i = from;
        for (; i < text.length(); i++) {
            char c = Glyphs.narrow(text.charAt(i));
            if (c == ',') {
                if (sinceComma == -1 ? digits == 0 || digits > 3 : sinceComma != 3) {
                    return FORM;
                }
                sinceComma = 0;
            } else if (c >= '0' && c <= '9') {
                if (whole != 0 || c != '0') {
                    if (whole >= 100_000_000_000L) {
                        return TOO_LARGE;
                    }
                    whole = whole * 10 + c - '0';
                }
                digits++;
                sinceComma += sinceComma >= 0 ? 1 : 0;
            } else {
                break;
            }
        }
        if (sinceComma >= 0 && sinceComma != 3) {
            return FORM;
        }
        long millionths = decimals(text, i, digits);
        if (millionths < 0) {
            return millionths;
        }
        long amount = whole * ONE + millionths;
        return negative && amount > 0 ? NEGATIVE : amount;
    }

    private static long decimals(String text, int from, int digitsBefore) {
        if (from == text.length()) {
            return digitsBefore > 0 ? 0 : FORM;
        }
        if (Glyphs.narrow(text.charAt(from)) != '.') {
            return FORM;
        }
        long millionths = 0;
        int places = 0;
        boolean beyond = false;
        for (int i = from + 1; i < text.length(); i++) {
            int digit = Glyphs.digit(text.charAt(i));
            if (digit < 0) {
                return FORM;
            }
            if (places < DECIMAL_PLACES) {
                millionths = millionths * 10 + digit;
                places++;
            } else {
                beyond |= digit != 0;
            }
        }
        if (beyond) {
            return DECIMALS;
        }
        if (places == 0) {
            return FORM;
        }
        for (; places < DECIMAL_PLACES; places++) {
            millionths *= 10;
        }
        return millionths;
    }

    /** What a spreadsheet makes of an amount: an exponent, or more digits than anybody typed. */
    private static long exact(String number, long otherwise) {
        BigDecimal value = decimal(number);
        if (value == null) {
            return otherwise;
        }
        if (value.signum() < 0) {
            return NEGATIVE;
        }
        if (value.precision() - value.scale() > INTEGER_DIGITS) {
            return TOO_LARGE;
        }
        BigDecimal typed = value.precision() > SPREADSHEET.getPrecision() ? value.round(SPREADSHEET) : value;
        typed = typed.stripTrailingZeros();
        if (typed.scale() > DECIMAL_PLACES) {
            return DECIMALS;
        }
        return typed.movePointRight(DECIMAL_PLACES).longValueExact();
    }

    /** Null when it is no number, or its exponent is one that no amount has. */
    private static @Nullable BigDecimal decimal(String number) {
        StringBuilder narrow = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = Glyphs.narrow(number.charAt(i));
            boolean part = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E' || c == 'e';
            if (!part) {
                return null;
            }
            narrow.append(c);
        }
        try {
            BigDecimal value = new BigDecimal(narrow.toString());
            return Math.abs((long) value.scale()) > LONGEST ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
