package org.xinheng.core.code;

/**
 * Brings a code to its one written form: full-width to half-width, lower to upper case, blanks and hyphens out. Nothing
 * is guessed: a look-alike (O for 0, I for 1) stays what it is.
 */
final class CodeText {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

    private CodeText() {}

    /** The normalised text; the same string when there was nothing to do. */
    static String normalise(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isPlain(raw.charAt(i))) {
                return rewritten(raw, i);
            }
        }
        return raw;
    }

    /** The half-width form of a full-width character, or the character itself. */
    static char halfWidth(char c) {
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (char) (c - FULL_WIDTH_SHIFT) : c;
    }

    /** Every blank of Unicode and the marks that print nothing: they come with a copied text. */
    static boolean isBlank(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        if (c < 0x7F) {
            return false;
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x180E
                || (c >= 0x2000 && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202F)
                || (c >= 0x205F && c <= 0x2064)
                || Character.isSpaceChar(c)
                || c == 0xFEFF;
    }

    /** Hyphens and dashes of every width. */
    static boolean isHyphen(char c) {
        if (c < 0x7F) {
            return c == '-';
        }
        return c == 0xAD
                || c == 0x2043
                || c == 0x2212
                || c == 0xFF0D
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static String rewritten(String raw, int from) {
        StringBuilder text = new StringBuilder(raw.length()).append(raw, 0, from);
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                text.append(c);
            } else if (!isBlank(c) && !isHyphen(c)) {
                char narrow = halfWidth(c);
                text.append(narrow >= 'a' && narrow <= 'z' ? (char) (narrow - 'a' + 'A') : narrow);
            }
        }
        return text.toString();
    }
}
