package org.xinheng.server.measure.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.measure.replay.Replay.Difference;
import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with the same worked out again, member by member. Sentences of the product are no facts: a release may word
 * them better. Nor are organisations that were shown to whoever mistyped a code.
 */
final class AnswerComparison {

    private static final Set<String> SENTENCES = Set.of("outcomeText", "notice", "lookAlikes");

    /** Members that answers of the first releases did not have yet. */
    private static final Set<String> LATER = Set.of("validUntil");

    private final List<Difference> differences = new ArrayList<>();

    private AnswerComparison() {}

    static List<Difference> of(JsonNode kept, JsonNode replayed) {
        AnswerComparison comparison = new AnswerComparison();
        comparison.compare("", kept, replayed);
        return comparison.differences;
    }

    private void compare(String at, JsonNode kept, JsonNode replayed) {
        if (kept.isObject() && replayed.isObject()) {
            members(at, kept, replayed);
        } else if (kept.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(kept.size(), replayed.size()); i++) {
                member(at + "[" + i + "]", kept.get(i), replayed.get(i));
            }
        } else if (!kept.equals(replayed)) {
            differences.add(new Difference(at, text(kept), text(replayed)));
        }
    }

    private void members(String at, JsonNode kept, JsonNode replayed) {
        Set<String> names = new TreeSet<>(kept.propertyNames());
        names.addAll(replayed.propertyNames());
        for (String name : names) {
            boolean fact = !SENTENCES.contains(name) && (kept.has(name) || !LATER.contains(name));
            if (fact) {
                member(at.isEmpty() ? name : at + "." + name, kept.get(name), replayed.get(name));
            }
        }
    }

    private void member(String at, @Nullable JsonNode kept, @Nullable JsonNode replayed) {
        if (kept == null || replayed == null) {
            differences.add(new Difference(at, text(kept), text(replayed)));
        } else {
            compare(at, kept, replayed);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.isValueNode() ? node.asString() : node.toString();
    }
}
