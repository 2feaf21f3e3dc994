package org.xinheng.core.code;

import java.util.ArrayList;
import java.util.List;

/** A fact found about a code. Some make it {@link Verdict#INVALID}, the others only inform. */
public enum CodeReason {
    /** Nothing but blanks and hyphens. */
    BLANK("blank"),
    /** No kind of code has this length. */
    LENGTH("length"),
    /** A character that this kind of code cannot hold; look-alikes (O for 0, I for 1) are never corrected. */
    CHARACTER("character"),
    /** The first two characters are no registering authority and category of GB 32100. */
    PREFIX("prefix"),
    /** A resident's identity number (公民身份号码): a person is never a subject. */
    RESIDENT_ID_NUMBER("resident-id-number"),
    /** Informs: the organisation code inside (characters 9-17) fails its own check digit of GB 11714. */
    INNER_ORGANISATION_CODE("inner-organisation-code"),
    /** Informs: the region (characters 3-8) stands in no list of divisions handed in, present or past. */
    UNKNOWN_REGION("unknown-region"),
    /** Informs: the older number has no check digit, so its shape is all that could be checked. */
    NO_CHECK_DIGIT("no-check-digit");

    private static final List<List<CodeReason>> SETS = allSets();

    private final String word;

    CodeReason(String word) {
        this.word = word;
    }

    /** The word for machine-readable output; it never changes. */
    public String word() {
        return word;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The shared list for a set of {@link #bit() bits}: reading millions of codes builds no list. */
    static List<CodeReason> listOf(int bits) {
        return SETS.get(bits);
    }

    private static List<List<CodeReason>> allSets() {
        CodeReason[] all = values();
        List<List<CodeReason>> sets = new ArrayList<>(1 << all.length);
        for (int bits = 0; bits < 1 << all.length; bits++) {
            List<CodeReason> set = new ArrayList<>();
            for (CodeReason reason : all) {
                if ((bits & reason.bit()) != 0) {
                    set.add(reason);
                }
            }
            sets.add(List.copyOf(set));
        }
        return List.copyOf(sets);
    }
}
