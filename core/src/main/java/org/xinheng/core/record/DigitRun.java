package org.xinheng.core.record;

import java.util.Arrays;

/**
 * A run of digits of either width in groups, parted by at most three blanks or hyphens, or by the bracket behind an area
 * code. An X counts as a digit where it may close an identity number, and ends its group.
 */
final class DigitRun {

    private static final int MOST_MARKS = 3;
    private static final int FEWEST_DIGITS = 7;
    private static final int DIGITS_BEFORE_X = 17;

    private final StringBuilder digits;
    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int[] offsets = new int[5];
    private int groups;

    /** @param end as {@link #end} gave it */
    DigitRun(String text, int from, int end) {
        digits = new StringBuilder(end - from);
        int at = from;
        while (at < end) {
            int start = at;
            at = groupEnd(text, start, digits.length());
            for (int i = start; i < at; i++) {
                int digit = Glyphs.digit(text.charAt(i));
                digits.append(digit < 0 ? 'X' : (char) ('0' + digit));
            }
            add(start, at);
            while (at < end && groupEnd(text, at, digits.length()) == at) {
                at++;
            }
        }
    }

    /** Where the run that starts at {@code from} ends; negative when it has too few digits to be anybody's number. */
    static int end(String text, int from) {
        int at = from;
        int count = 0;
        while (true) {
            int start = at;
            at = groupEnd(text, start, count);
            count += at - start;
            int next = at;
            while (next < text.length() && next - at < MOST_MARKS && isMark(text, next, start)) {
                next++;
            }
            if (next >= text.length() || groupEnd(text, next, count) == next) {
                return count < FEWEST_DIGITS ? -at : at;
            }
            at = next;
        }
    }

    int groups() {
        return groups;
    }

    int startOf(int group) {
        return starts[group];
    }

    int endOf(int group) {
        return ends[group];
    }

    int lengthOf(int group) {
        return offsets[group + 1] - offsets[group];
    }

    /** The digits of some groups in one piece, half-width. */
    String digits(int first, int last) {
        return digits.substring(offsets[first], offsets[last + 1]);
    }

    private void add(int start, int end) {
        if (groups == starts.length) {
            starts = Arrays.copyOf(starts, groups * 2);
            ends = Arrays.copyOf(ends, groups * 2);
            offsets = Arrays.copyOf(offsets, groups * 2 + 1);
        }
        starts[groups] = start;
        ends[groups] = end;
        offsets[groups + 1] = digits.length();
        groups++;
    }

    /** Where the group that starts here ends: {@code from} itself when none starts. */
    private static int groupEnd(String text, int from, int digitsBefore) {
        int at = from;
        while (at < text.length() && Glyphs.digit(text.charAt(at)) >= 0) {
            at++;
        }
        boolean longEnough = digitsBefore + at - from >= DIGITS_BEFORE_X;
        if (at == text.length() || !isX(text.charAt(at))) {
            return at;
        }
        boolean closes = longEnough && (at > from || isLast(text, at));
        return closes ? at + 1 : at;
    }

    private static boolean isX(char c) {
        char narrow = Glyphs.narrow(c);
        return narrow == 'X' || narrow == 'x';
    }

    /** No digit behind it, nor the mask of one. */
    private static boolean isLast(String text, int at) {
        if (at + 1 == text.length()) {
            return true;
        }
        char behind = text.charAt(at + 1);
        return behind != '*' && Glyphs.digit(behind) < 0;
    }

    private static boolean isMark(String text, int at, int groupStart) {
        char c = text.charAt(at);
        if (isBlankOrHyphen(c)) {
            return true;
        }
        return (c == ')' || c == '）') && Glyphs.digit(text.charAt(groupStart)) == 0 && at - groupStart <= 4;
    }

    private static boolean isBlankOrHyphen(char c) {
        return (Glyphs.isBlank(c) && c != '\n' && c != '\r') || Glyphs.isHyphen(c);
    }
}
