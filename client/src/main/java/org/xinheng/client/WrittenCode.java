package org.xinheng.client;

/**
 * The one written form of a code, in which the server answers: half-width, upper case, without blanks and hyphens. It is that of the
 * server to the letter.
 */
final class WrittenCode {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';
    /** What the server puts for the middle of a number that nobody in the register has and that may be a person's. */
    private static final String HIDDEN = "********";

    private static final int HIDDEN_FROM = 6;
    private static final int HIDDEN_TO = HIDDEN_FROM + HIDDEN.length();

    private WrittenCode() {}

    /**
     * Whether an answer names the code of the question.
     *
     * @param known whether the answer says which organisation it is: then no part is hidden
     */
    static boolean names(String answered, String asked, boolean known) {
        String code = of(asked);
        return answered.equals(code)
                || (!known
                        && code.length() > HIDDEN_TO
                        && answered.equals(code.substring(0, HIDDEN_FROM) + HIDDEN + code.substring(HIDDEN_TO)));
    }

    static String of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.chars()
                .filter(c -> !isBlank(c) && !isHyphen(c))
                .map(c -> c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_SHIFT : c)
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    /** Every blank of Unicode and the marks that print nothing. */
    private static boolean isBlank(int c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1C && c <= 0x1F)
                || c == 0x85
                || c == 0x180E
                || (c >= 0x2000 && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202F)
                || (c >= 0x205F && c <= 0x2064)
                || c == 0xFEFF
                || Character.isSpaceChar(c);
    }

    private static boolean isHyphen(int c) {
        return c == 0xAD || c == 0x2043 || c == 0x2212 || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
