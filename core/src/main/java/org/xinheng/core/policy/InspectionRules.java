package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Random inspection (双随机、一公开): what may be inspected, how often, and when plan, list and results are published.
 *
 * @param defaultClass risk class of those for whom none was computed
 * @param team inspectors of a visit, two at least
 * @param smallestPool organisations that may be drawn, at least: a draw among fewer is a choice by hand
 * @param watched percent that are drawn of those whom the inspecting body keeps under watch (关注), the only effect of its tag
 * @param items what may be inspected (随机抽查事项清单)
 * @param outcomes what may be found
 */
public record InspectionRules(
        Rule rule,
        String defaultClass,
        int team,
        int smallestPool,
        BigDecimal watched,
        Burden burden,
        Publication publication,
        List<EntropySource> entropySources,
        List<Item> items,
        List<Outcome> outcomes) {

    public InspectionRules {
        entropySources = List.copyOf(entropySources);
        items = List.copyOf(items);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Whoever was visited often enough is not drawn (检查频次上限).
     *
     * @param within how far back visits count
     * @param mostVisits by risk class
     */
    public record Burden(Period within, Map<String, Integer> mostVisits) {
        public Burden {
            mostVisits = Map.copyOf(mostVisits);
        }
    }

    /**
     * Clocks of publication, by id.
     *
     * @param plan days before the first visit
     * @param list days after the last visit
     * @param results days after the visit
     */
    public record Publication(String plan, String list, String results) {}

    /** A public value that nobody knows before its time (公开随机数来源). */
    public record EntropySource(String id, Title title) {}

    /** What a visit may find (抽查结果). */
    public record Outcome(String id, Title title) {}

    /** @param needs qualifications (执法资格) of which each must be in the team */
    public record Item(String id, Title title, List<String> needs) {
        public Item {
            needs = List.copyOf(needs);
        }
    }

    public Optional<Outcome> outcome(String id) {
        return outcomes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<EntropySource> entropySource(String id) {
        return entropySources.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Item> item(String id) {
        return items.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
