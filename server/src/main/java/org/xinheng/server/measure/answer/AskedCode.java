package org.xinheng.server.measure.answer;

import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;

/**
 * How a receipt says which code was asked for. A number that nobody in the register has, whose check character fails and whose
 * middle reads as a birthday may be a mistyped identity number: of such a one the middle is not kept.
 */
public final class AskedCode {

    private static final int BIRTHDAY = 6;
    private static final int BIRTHDAY_END = 14;

    private AskedCode() {}

    public static String of(CodeFinding code, boolean identified) {
        String text = code.normalised();
        boolean kept = identified
                || code.verdict() != Verdict.CHECKSUM_MISMATCH
                || text.length() <= BIRTHDAY_END
                || !ResidentId.hasBirthday(text);
        return kept ? text : text.substring(0, BIRTHDAY) + "********" + text.substring(BIRTHDAY_END);
    }
}
