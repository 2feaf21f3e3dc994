package org.xinheng.core.policy;

/**
 * How the cases of a kind are numbered (案号), e.g. {@code 异〔{year}〕{count}号}.
 *
 * @param text with the place of the year, four digits, and that of the count, which begins with 1 in every year
 */
public record NumberPattern(String text) {

    private static final String YEAR = "{year}";
    private static final String COUNT = "{count}";

    public NumberPattern {
        if (!fits(text)) {
            throw new IllegalArgumentException("no place for year or count: " + text);
        }
    }

    /** Whether two cases could never bear the same number. */
    public static boolean fits(String text) {
        return text.contains(YEAR) && text.contains(COUNT);
    }

    /** @param count 1 for the first of the year */
    public String of(int year, long count) {
        return text.replace(YEAR, Integer.toString(year)).replace(COUNT, Long.toString(count));
    }
}
