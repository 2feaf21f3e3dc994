package org.xinheng.core.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds an amount in the text of a decision ("罚款20000元") that is the delivered number itself: then the column, whose
 * unit is 万元, holds yuan and is wrong by 10⁴.
 */
final class YuanInText {

    /** Words such as 人民币 or 共计 and a colon may stand between the kind and its amount. */
    private static final int REACH = 8;

    private YuanInText() {}

    /**
     * The stretch of text that gives away the mistake, or null.
     *
     * @param words titles of the kinds that the amount belongs to
     * @param millionths the delivered amount in millionths of a 万元
     */
    static @Nullable String tenThousandth(String text, List<String> words, long millionths) {
        for (String word : words) {
            int at = text.indexOf(word);
            while (at >= 0) {
                String found = amountAfter(text, at, at + word.length(), millionths);
                if (found != null) {
                    return found;
                }
                at = text.indexOf(word, at + word.length());
            }
        }
        return null;
    }

    private static @Nullable String amountAfter(String text, int from, int wordEnd, long millionths) {
        int start = wordEnd;
        while (start < text.length() && start < wordEnd + REACH && Glyphs.digit(text.charAt(start)) < 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        if (end == start || end == text.length() || text.charAt(end) != '元') {
            return null;
        }
        // Read as if it were 万元: equal numbers mean that yuan stand in the column.
        return AmountText.parse(text.substring(start, end)) == millionths ? text.substring(from, end + 1) : null;
    }

    private static boolean isPart(char c) {
        char narrow = Glyphs.narrow(c);
        return (narrow >= '0' && narrow <= '9') || narrow == ',' || narrow == '.';
    }
}
