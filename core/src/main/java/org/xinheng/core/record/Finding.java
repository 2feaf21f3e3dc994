package org.xinheng.core.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in a row or file: a code with facts, never a sentence; the words come from the message bundles
 * ({@code finding.<code>}) and the source from the rule.
 *
 * @param code stable id, e.g. {@code field.required}
 * @param field name of the field, when one is to blame
 * @param facts what the sentence needs (limits, the offending value shortened and never personal)
 * @param rule id of the rule of the pack that is held, when there is one
 */
public record Finding(
        String code,
        Weight weight,
        @Nullable String field,
        Map<String, String> facts,
        @Nullable String rule) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    /**
     * The sentence with the facts in their places, in one pass: a fact that looks like a place stays text. A place without
     * its fact stays as it is.
     *
     * @param sentence words of a bundle with places such as {@code {value}}
     */
    public String fill(String sentence) {
        StringBuilder filled = new StringBuilder(sentence.length() + 64);
        int done = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', open + 1)) {
            int close = sentence.indexOf('}', open);
            String fact = close < 0 ? null : facts.get(sentence.substring(open + 1, close));
            if (fact != null) {
                filled.append(sentence, done, open).append(fact);
                done = close + 1;
            }
        }
        return filled.append(sentence, done, sentence.length()).toString();
    }

    /** A refusal keeps the row out; a warning travels with the accepted row. */
    public enum Weight {
        REFUSAL,
        WARNING
    }
}
