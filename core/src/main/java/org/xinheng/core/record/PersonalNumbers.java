package org.xinheng.core.record;

import java.util.function.Predicate;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;

/**
 * Finds numbers of persons in a run of digits: identity numbers (GB 11643: province, date and check character hold), phones,
 * bank cards (16 to 19 digits, Luhn). Blanks and hyphens between the digits are stepped over.
 *
 * <p>A number is looked for in whole groups of digits only, and what stands before or behind a run counts only for the
 * group at that end: so the rest of a run is judged alike before and after a stretch of it was masked.
 */
final class PersonalNumbers {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 20;

    private static final String[] IDENTITY_WORDS = {"身份证", "证件号"};
    private static final String[] PHONE_WORDS = {"电话", "手机", "联系方式", "传真", "座机", "TEL", "Tel", "tel"};
    private static final String[] CARD_WORDS = {"卡号", "账号", "帐号", "账户", "帐户", "银行"};
    /** Words before numbers of documents, which are no cards and no phones. */
    private static final String[] DOCUMENT_WORDS = {
        "编号", "证号", "文号", "单号", "案号", "批号", "序号", "字号", "许可证", "备案", "注册号", "登记号", "代码", "发票", "流水", "条码", "第"
    };

    private final CodeReader codes;

    PersonalNumbers(CodeReader codes) {
        this.codes = codes;
    }

    /** Cuts the numbers of persons out of the run that starts at {@code from}; gives the end of the run. */
    int cut(String text, int from, Predicate<String> own, FreeTextMasking.Cutting cutting) {
        return cut(text, from, own, false, cutting);
    }

    /** As {@link #cut}, identity numbers only. */
    int cutIdentity(String text, int from, FreeTextMasking.Cutting cutting) {
        return cut(text, from, digits -> false, true, cutting);
    }

    private int cut(
            String text, int from, Predicate<String> own, boolean identityOnly, FreeTextMasking.Cutting cutting) {
        int end = DigitRun.end(text, from);
        if (end < 0) {
            return -end;
        }
        DigitRun run = new DigitRun(text, from, end);
        Around around = new Around(text, from, end);
        int group = 0;
        while (group < run.groups()) {
            int last = longest(run, group, around, own, identityOnly);
            if (last < 0) {
                group++;
            } else {
                cutting.cut(run.startOf(group), run.endOf(last));
                group = last + 1;
            }
        }
        return end;
    }

    /** The last group of the longest number that starts with this group, or -1. */
    private int longest(DigitRun run, int first, Around around, Predicate<String> own, boolean identityOnly) {
        int found = -1;
        int total = 0;
        for (int last = first; last < run.groups(); last++) {
            total += run.lengthOf(last);
            if (total > MOST_DIGITS) {
                break;
            }
            if (total < FEWEST_DIGITS) {
                continue;
            }
            String digits = run.digits(first, last);
            boolean atStart = first == 0;
            if (isIdentity(digits, first == last, atStart, around)
                    || (!identityOnly && isOther(run, first, last, digits, around, own))) {
                found = last;
            }
        }
        return found;
    }

    private static boolean isIdentity(String digits, boolean onePiece, boolean atStart, Around around) {
        int length = digits.length();
        if (length == ResidentId.LENGTH && ResidentId.matches(digits)) {
            return true;
        }
        if (onePiece && length == MOST_DIGITS && ResidentId.matches(digits.substring(0, ResidentId.LENGTH))) {
            return true;
        }
        // Behind the word itself a mistyped number and one of the older form are still somebody's.
        return (length == ResidentId.LENGTH || length == ResidentId.OLDER_LENGTH)
                && atStart
                && around.follows(IDENTITY_WORDS);
    }

    private boolean isOther(DigitRun run, int first, int last, String digits, Around around, Predicate<String> own) {
        boolean atStart = first == 0;
        boolean atEnd = last == run.groups() - 1;
        if (digits.charAt(digits.length() - 1) == 'X'
                || (atStart && around.joinedBefore())
                || (atEnd && around.joinedBehind())) {
            return false;
        }
        boolean phoneWord = atStart && around.follows(PHONE_WORDS);
        boolean cardWord = atStart && around.follows(CARD_WORDS);
        boolean document = atStart && !phoneWord && !cardWord && around.follows(DOCUMENT_WORDS)
                || atEnd && !phoneWord && around.numberBehind();
        if (document) {
            return false;
        }
        boolean found = isPhone(run, first, last, digits, phoneWord) || isCard(run, first, last, digits);
        return found && !own.test(digits);
    }

    private static boolean isPhone(DigitRun run, int first, int last, String digits, boolean phoneWord) {
        int length = digits.length();
        return isMobile(run, first, last, digits)
                || isLandline(run, first, last, digits, phoneWord)
                || (phoneWord && (length == 7 || length == 8) && digits.charAt(0) >= '2');
    }

    /** 1[3-9] and nine digits, in one piece or as people part them; 86 or 0 in front. */
    private static boolean isMobile(DigitRun run, int first, int last, String digits) {
        int length = digits.length();
        if (first == last) {
            return (length == 11 && mobileAt(digits, 0))
                    || (length == 12 && digits.charAt(0) == '0' && mobileAt(digits, 1))
                    || (length == 13 && digits.startsWith("86") && mobileAt(digits, 2))
                    || (length == 15 && digits.startsWith("0086") && mobileAt(digits, 4));
        }
        if (length != 11 || !mobileAt(digits, 0)) {
            return false;
        }
        for (int group = first; group <= last; group++) {
            if (run.lengthOf(group) < 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean mobileAt(String digits, int at) {
        return digits.charAt(at) == '1' && digits.charAt(at + 1) >= '3';
    }

    /** Area code and number parted by a mark; in one piece only behind a word for phone. */
    private static boolean isLandline(DigitRun run, int first, int last, String digits, boolean phoneWord) {
        if (digits.charAt(0) != '0' || digits.charAt(1) == '0') {
            return false;
        }
        int area = digits.charAt(1) <= '2' ? 3 : 4;
        int number = digits.length() - area;
        if (number < 7 || number > 8 || digits.charAt(area) < '2') {
            return false;
        }
        return first == last ? phoneWord : run.lengthOf(first) == area && last - first <= 2;
    }

    private boolean isCard(DigitRun run, int first, int last, String digits) {
        int length = digits.length();
        if (length < 16 || length > 19 || "34569".indexOf(digits.charAt(0)) < 0 || !luhnHolds(digits)) {
            return false;
        }
        for (int group = first; group < last; group++) {
            if (run.lengthOf(group) < 4) {
                return false;
            }
        }
        return codes.read(digits).verdict() != Verdict.VALID;
    }

    private static boolean luhnHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** What stands right before and right behind a run; looked at only when asked. */
    private static final class Around {

        private static final int REACH = 12;

        private final String text;
        private final int from;
        private final int end;

        Around(String text, int from, int end) {
            this.text = text;
            this.from = from;
            this.end = end;
        }

        /** Whether one of the words stands before the run, with nothing but a few plain characters between. */
        boolean follows(String[] words) {
            int start = from;
            while (start > 0 && from - start < REACH && isPlain(text.charAt(start - 1))) {
                start--;
            }
            for (String word : words) {
                int found = text.indexOf(word, start);
                if (found >= 0 && found + word.length() <= from) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isPlain(char c) {
            return HomeAddress.CLAUSE_ENDS.indexOf(c) < 0 && c != '*' && Glyphs.digit(c) < 0;
        }

        /** A letter or a decimal point makes a code or an amount of it. */
        boolean joinedBefore() {
            if (from == 0) {
                return false;
            }
            char before = text.charAt(from - 1);
            return Glyphs.isLatin(before) || (before == '.' && from > 1 && isNumber(text.charAt(from - 2)));
        }

        boolean joinedBehind() {
            if (end == text.length()) {
                return false;
            }
            char behind = text.charAt(end);
            return Glyphs.isLatin(behind)
                    || (behind == '.' && end + 1 < text.length() && isNumber(text.charAt(end + 1)));
        }

        /** 号 and units of money or measure: the number of a document, or a quantity. */
        boolean numberBehind() {
            return end < text.length() && "号元万亿吨千克公斤米件个".indexOf(text.charAt(end)) >= 0;
        }

        /** A digit, or the mask of digits that were there before. */
        private static boolean isNumber(char c) {
            return c == '*' || Glyphs.digit(c) >= 0;
        }
    }
}
