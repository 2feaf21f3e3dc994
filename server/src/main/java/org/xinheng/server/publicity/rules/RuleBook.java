package org.xinheng.server.publicity.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** Finds rules of a policy. */
record RuleBook(Policy policy) {

    /** @param words every one of them must stand in title, id or source; blank for all rules */
    List<Rule> find(String words, @Nullable RuleKind kind) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return policy.rules().stream()
                .filter(rule -> kind == null || RuleKind.of(rule) == kind)
                .filter(rule -> wanted.stream().allMatch(word -> text(rule).contains(word)))
                .sorted(Comparator.comparing(RuleKind::of).thenComparing(Rule::id))
                .toList();
    }

    private static String text(Rule rule) {
        return String.join(
                        "\n",
                        rule.id(),
                        rule.title().zh(),
                        rule.title().en(),
                        rule.basis().citation())
                .toLowerCase(Locale.ROOT);
    }

    Optional<Rule> find(String id) {
        return policy.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Other editions of the same thing: of one clock, or of one table of a gate or of the draw ratios. */
    List<Rule> editions(Rule rule) {
        for (DatedTable<DeadlineRule> clock : policy.deadlines().values()) {
            List<Rule> editions =
                    clock.editions().stream().map(DeadlineRule::rule).toList();
            if (editions.contains(rule)) {
                return others(editions, rule);
            }
        }
        String table = rule.id().substring(0, Math.max(0, rule.id().lastIndexOf('.') + 1));
        boolean dated = table.endsWith(".windows.")
                || table.endsWith(".severity.")
                || table.endsWith(".simplified.")
                || table.endsWith(".ratios.");
        return dated
                ? others(
                        policy.rules().stream()
                                .filter(other -> other.id().startsWith(table))
                                .toList(),
                        rule)
                : List.of();
    }

    private static List<Rule> others(List<Rule> editions, Rule rule) {
        return editions.stream().filter(other -> !other.equals(rule)).toList();
    }
}
