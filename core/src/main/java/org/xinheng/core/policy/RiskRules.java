package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Risk classes (信用风险分类) and how many of each are drawn for inspection (抽查比例). A class predicts, a grade records; a class
 * is never published and triggers no restriction.
 *
 * @param classes lowest risk first
 * @param recalculation id of the period in which classes are computed again
 * @param signals what of the records puts an organisation into which class; the highest class holds
 * @param ratios editions of the draw ratios
 */
public record RiskRules(
        Rule rule, List<RiskClass> classes, String recalculation, List<Signal> signals, DatedTable<Ratios> ratios) {

    public RiskRules {
        classes = List.copyOf(classes);
        signals = List.copyOf(signals);
    }

    public Optional<RiskClass> riskClass(String id) {
        return classes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Signals in force on a day; where there is none nothing is looked at, and every class is the default. */
    public List<Signal> signalsOn(LocalDate day) {
        return rule.validity().covers(day)
                ? signals.stream()
                        .filter(one -> one.rule().validity().covers(day))
                        .toList()
                : List.of();
    }

    public record RiskClass(String id, Title title, int order) {}

    /**
     * @param recordType the records it looks at
     * @param severity class of the record; null for all
     * @param atLeast so many records
     * @param within decided so long ago at most: the day reached by adding it to the decision is the first one without
     * @param standing whether an entry counts as long as it stands, whenever it began, and is looked back at from its end (在列期间)
     * @param riskClass id of the class
     */
    public record Signal(
            Rule rule,
            String recordType,
            @Nullable String severity,
            int atLeast,
            Period within,
            boolean standing,
            String riskClass) {}

    /** @param percent of each class that is drawn in a plan, by class id */
    public record Ratios(Rule rule, Map<String, BigDecimal> percent) {
        public Ratios {
            percent = Map.copyOf(percent);
        }
    }
}
