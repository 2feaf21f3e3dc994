package org.xinheng.core.record;

import org.jspecify.annotations.Nullable;

/** Widths, blanks and marks that mean the same to a reader: the one place where they are made equal. */
final class Glyphs {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

    private Glyphs() {}

    /** Half-width form of a full-width character or ideographic blank; any other character as it is. */
    static char narrow(char c) {
        if (c < '\u3000') {
            return c;
        }
        if (c == '\u3000') {
            return ' ';
        }
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (char) (c - FULL_WIDTH_SHIFT) : c;
    }

    /** 0 to 9 for a digit of either width, else -1. */
    static int digit(char c) {
        int digit = narrow(c) - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    /** Latin letter of either width. */
    static boolean isLatin(char c) {
        char narrow = narrow(c);
        return (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z');
    }

    /** Blanks of every width, tabs, line ends. */
    static boolean isBlank(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c >= 0x80
                && (c == 0x85
                        || c == 0xA0
                        || c == 0x1680
                        || (c >= 0x2000 && c <= 0x200A)
                        || c == 0x2028
                        || c == 0x2029
                        || c == 0x202F
                        || c == 0x205F
                        || c == 0x3000);
    }

    /** Marks that print nothing and come with copied text: zero-width blanks and joiners, soft hyphen, byte order mark. */
    static boolean isInvisible(char c) {
        return c >= 0xAD
                && (c == 0xAD
                        || c == 0x180E
                        || (c >= 0x200B && c <= 0x200F)
                        || (c >= 0x2060 && c <= 0x2064)
                        || c == 0xFEFF);
    }

    /** Hyphens, dashes and minus signs of every width. */
    static boolean isHyphen(char c) {
        return c == '-'
                || (c >= 0x2010
                        && (c <= 0x2015 || c == 0x2043 || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D));
    }

    /** Opening brackets 〔 [ ( （ 【 and their kin become {@code (}, closing ones {@code )}; 0 for anything else. */
    static char bracket(char c) {
        return switch (c) {
            case '(', '[', '{', '\uFF08', '\uFF3B', '\uFF5B', '\u3014', '\u3010', '\u3016', '\uFE59', '\uFE5D' -> '(';
            case ')', ']', '}', '\uFF09', '\uFF3D', '\uFF5D', '\u3015', '\u3011', '\u3017', '\uFE5A', '\uFE5E' -> ')';
            default -> 0;
        };
    }

    /** Dots between parts of a name: · • ・ ‧ ∙ ⋅ ． . and their kin. */
    static boolean isDot(char c) {
        return switch (c) {
            case '.',
                    '\u00B7',
                    '\u0387',
                    '\u2022',
                    '\u2024',
                    '\u2027',
                    '\u2219',
                    '\u22C5',
                    '\u25CF',
                    '\u30FB',
                    '\uFF0E',
                    '\uFF65' -> true;
            default -> false;
        };
    }

    /** The text without blanks and invisible marks at its ends, or null when nothing is left. */
    static @Nullable String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isMargin(text.charAt(from))) {
            from++;
        }
        while (to > from && isMargin(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.substring(from, to);
    }

    private static boolean isMargin(char c) {
        return isBlank(c) || isInvisible(c);
    }
}
