package org.xinheng.server.organisation;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The 1- and 2-grams by which parts of Chinese text are found without a dictionary: of names in the register, and of other texts in the
 * same way. Counts characters, not halves of rare ones. Takes keys as {@code core.record.OrganisationName} writes them.
 */
public final class TextGrams {

    private TextGrams() {}

    /** Every 1- and 2-gram of a key, each once. */
    public static Set<String> of(String key) {
        Set<String> grams = LinkedHashSet.newLinkedHashSet(2 * key.length());
        int previous = -1;
        for (int at = 0; at < key.length(); ) {
            int next = key.offsetByCodePoints(at, 1);
            grams.add(key.substring(at, next));
            if (previous >= 0) {
                grams.add(key.substring(previous, next));
            }
            previous = at;
            at = next;
        }
        return grams;
    }

    /** The fewest grams that a text must have to contain this part: its 2-grams, or the one character. */
    public static Set<String> needed(String part) {
        Set<String> grams = of(part);
        if (part.codePointCount(0, part.length()) > 1) {
            grams.removeIf(gram -> gram.codePointCount(0, gram.length()) == 1);
        }
        return grams;
    }

    /** A LIKE pattern for texts that contain the part. */
    public static String containing(String part) {
        return "%" + escaped(part) + "%";
    }

    public static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
