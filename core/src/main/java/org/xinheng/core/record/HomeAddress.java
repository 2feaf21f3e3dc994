package org.xinheng.core.record;

/**
 * Home addresses of persons: what follows 住址, 家住, 户籍 and their kin, up to the end of the clause. 住所 and 地址 alone are
 * an organisation's registered office and stay.
 */
final class HomeAddress {

    /** First characters of {@link #STRONG} and {@link #WEAK}. */
    static final String STARTS = "住家户现居暂";

    private static final String[] STRONG = {
        "家庭住址", "家庭地址", "户籍地址", "户籍住址", "户口所在地", "居住地址", "现住址", "家住", "住址", "现住", "暂住址"
    };
    /** Words that laws use as well (户籍所在地公安机关): an address must follow beyond doubt. */
    private static final String[] WEAK = {"户籍所在地", "户籍地", "户籍", "居住地", "居住于", "居住在", "暂住地", "暂住于", "暂住"};

    private static final String LINKS = "：:为是在于";
    /** Marks at which a clause ends. */
    static final String CLAUSE_ENDS = "，,；;。、\n\r)）!！?？”\"";
    /** Words that an address is made of. */
    private static final String PARTS = "省市区县旗镇乡村路街巷弄组社幢栋号室";

    private static final int SHORTEST = 3;

    private final String text;
    private int clauseEnd = -1;
    private int lastPart;
    private int lastButOnePart;

    HomeAddress(String text) {
        this.text = text;
    }

    /** Cuts out the address after the word at {@code from}, if there is one; gives where to read on. */
    int cut(int from, FreeTextMasking.Cutting cutting) {
        int strong = wordEnd(STRONG, from);
        int word = strong >= 0 ? strong : wordEnd(WEAK, from);
        if (word < 0) {
            return from + 1;
        }
        int start = word;
        while (start < text.length()
                && (LINKS.indexOf(text.charAt(start)) >= 0 || Glyphs.isBlank(text.charAt(start)))
                && CLAUSE_ENDS.indexOf(text.charAt(start)) < 0) {
            start++;
        }
        readClause(start);
        int needed = strong >= 0 ? lastPart : lastButOnePart;
        if (needed < start || clauseEnd - start < SHORTEST) {
            return word;
        }
        cutting.cut(start, clauseEnd);
        return clauseEnd;
    }

    private int wordEnd(String[] words, int from) {
        char first = text.charAt(from);
        for (String word : words) {
            if (word.charAt(0) == first && text.startsWith(word, from)) {
                return from + word.length();
            }
        }
        return -1;
    }

    /** Each clause is read once, however often such a word stands in it. */
    private void readClause(int from) {
        if (from <= clauseEnd) {
            return;
        }
        lastPart = -1;
        lastButOnePart = -1;
        int at = from;
        while (at < text.length() && CLAUSE_ENDS.indexOf(text.charAt(at)) < 0) {
            if (PARTS.indexOf(text.charAt(at)) >= 0) {
                lastButOnePart = lastPart;
                lastPart = at;
            }
            at++;
        }
        clauseEnd = at;
    }
}
