package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.TextGrams;

/** What the name index is made of: keys and their 1- and 2-grams. Counts characters, not halves of rare ones. */
final class NameKeys {

    private NameKeys() {}

    /** The fewest grams that a name must have to contain this part: its 2-grams, or the one character. */
    static Set<String> gramsNeeded(String part) {
        return TextGrams.needed(part);
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
        return TextGrams.containing(part);
    }

    static String escaped(String part) {
        return TextGrams.escaped(part);
    }
}
