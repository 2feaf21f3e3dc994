package org.xinheng.server.measure.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.Verdict;

/**
 * How a receipt says which code was asked for. A number that nobody in the register has, whose check character fails and whose
 * middle reads as a birthday may be a mistyped identity number: of such a one the middle is not kept.
 */
final class AskedCode {

    private static final int BIRTHDAY = 6;
    private static final int BIRTHDAY_END = 14;
    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2099;

    private AskedCode() {}

    static String of(CodeFinding code, boolean identified) {
        String text = code.normalised();
        boolean kept = identified
                || code.verdict() != Verdict.CHECKSUM_MISMATCH
                || text.length() <= BIRTHDAY_END
                || !isBirthday(text.substring(BIRTHDAY, BIRTHDAY_END));
        return kept ? text : text.substring(0, BIRTHDAY) + "********" + text.substring(BIRTHDAY_END);
    }

    private static boolean isBirthday(String text) {
        try {
            LocalDate day =
                    LocalDate.parse(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6));
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
