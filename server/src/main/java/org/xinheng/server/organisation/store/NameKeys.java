package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.core.record.OrganisationName;

/** What the name index is made of: keys and their 1- and 2-grams. Counts characters, not halves of rare ones. */
final class NameKeys {

    private NameKeys() {}

    /** Every 1- and 2-gram of a key, each once. */
    static Set<String> grams(String key) {
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

    /** The fewest grams that a name must have to contain this part: its 2-grams, or the one character. */
    static Set<String> gramsNeeded(String part) {
        Set<String> grams = grams(part);
        if (part.codePointCount(0, part.length()) > 1) {
            grams.removeIf(gram -> gram.codePointCount(0, gram.length()) == 1);
        }
        return grams;
    }

    /** The keys of the words of a typed text, at most {@code most}; what PostgreSQL cannot hold is left out. */
    static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace('\u0000', ' ').split("[\\s\\p{Z}]+")) {
            String key = OrganisationName.key(word);
            if (!key.isEmpty() && !words.contains(key) && words.size() < most) {
                words.add(key);
            }
        }
        return words;
    }

    /** A LIKE pattern for names that contain the part. */
    static String containing(String part) {
        return "%" + escaped(part) + "%";
    }

    static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
