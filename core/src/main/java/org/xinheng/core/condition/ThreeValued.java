package org.xinheng.core.condition;

import org.jspecify.annotations.Nullable;

/**
 * The operations that compiled conditions call, with three truth values: a value that a record lacks makes a comparison
 * undecided, and undecided is neither yes nor no. An amount that is not there is {@link Double#NaN}, a number or day null.
 */
public final class ThreeValued {

    public static final int FAILS = 0;
    public static final int HOLDS = 1;
    public static final int UNDECIDED = 2;

    /** Parts the values of a cell that may hold several. */
    private static final char SEPARATOR = ';';

    private ThreeValued() {}

    public static int and(int left, int right) {
        return left == FAILS || right == FAILS ? FAILS : left == HOLDS && right == HOLDS ? HOLDS : UNDECIDED;
    }

    public static int or(int left, int right) {
        return left == HOLDS || right == HOLDS ? HOLDS : left == FAILS && right == FAILS ? FAILS : UNDECIDED;
    }

    public static int not(int value) {
        return value == UNDECIDED ? UNDECIDED : 1 - value;
    }

    public static int choose(int condition, int then, int otherwise) {
        return condition == HOLDS ? then : condition == FAILS ? otherwise : UNDECIDED;
    }

    /** The bit of a condition, set when it holds. */
    public static long bit(int value, int index) {
        return value == HOLDS ? 1L << index : 0;
    }

    /** An amount in 万元 as stored; NaN when blank. */
    public static double amount(@Nullable String value) {
        return value == null ? Double.NaN : Double.parseDouble(value);
    }

    public static @Nullable Long number(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }

    /** A blank text is the empty text. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static int of(boolean decided, boolean holds) {
        return decided ? holds ? HOLDS : FAILS : UNDECIDED;
    }

    public static int equal(double left, double right) {
        return of(!Double.isNaN(left) && !Double.isNaN(right), left == right);
    }

    public static int less(double left, double right) {
        return of(!Double.isNaN(left) && !Double.isNaN(right), left < right);
    }

    public static int lessOrEqual(double left, double right) {
        return of(!Double.isNaN(left) && !Double.isNaN(right), left <= right);
    }

    public static int equal(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? UNDECIDED : of(true, left.longValue() == right.longValue());
    }

    public static int less(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? UNDECIDED : of(true, left < right);
    }

    public static int lessOrEqual(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? UNDECIDED : of(true, left <= right);
    }

    public static int equal(@Nullable String left, @Nullable String right) {
        return left == null || right == null ? UNDECIDED : of(true, left.equals(right));
    }

    public static int less(@Nullable String left, @Nullable String right) {
        return left == null || right == null ? UNDECIDED : of(true, left.compareTo(right) < 0);
    }

    public static int lessOrEqual(@Nullable String left, @Nullable String right) {
        return left == null || right == null ? UNDECIDED : of(true, left.compareTo(right) <= 0);
    }

    public static int contains(@Nullable String text, @Nullable String part) {
        return text == null || part == null ? UNDECIDED : of(true, text.contains(part));
    }

    public static int startsWith(@Nullable String text, @Nullable String part) {
        return text == null || part == null ? UNDECIDED : of(true, text.startsWith(part));
    }

    public static int endsWith(@Nullable String text, @Nullable String part) {
        return text == null || part == null ? UNDECIDED : of(true, text.endsWith(part));
    }

    /** Whether a value is one of those in a cell; a blank cell has none. */
    public static int among(@Nullable String value, @Nullable String cell) {
        return value == null ? UNDECIDED : of(true, cell != null && holds(cell, value));
    }

    private static boolean holds(String cell, String value) {
        if (cell.length() == value.length()) {
            return cell.equals(value);
        }
        for (int at = cell.indexOf(value); at >= 0; at = cell.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean begins = at == 0 || cell.charAt(at - 1) == SEPARATOR;
            boolean ends = end == cell.length() || cell.charAt(end) == SEPARATOR;
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
