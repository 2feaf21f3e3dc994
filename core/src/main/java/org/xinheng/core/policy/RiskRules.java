package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Risk classes (信用风险分类) and how many of each are drawn for inspection (抽查比例). A class predicts, a grade records; a class
 * is never published and triggers no restriction.
 *
 * @param classes lowest risk first
 * @param recalculation id of the period in which classes are computed again
 * @param ratios editions of the draw ratios
 */
public record RiskRules(Rule rule, List<RiskClass> classes, String recalculation, DatedTable<Ratios> ratios) {

    public RiskRules {
        classes = List.copyOf(classes);
    }

    public record RiskClass(String id, Title title, int order) {}

    /** @param percent of each class that is drawn in a plan, by class id */
    public record Ratios(Rule rule, Map<String, BigDecimal> percent) {
        public Ratios {
            percent = Map.copyOf(percent);
        }
    }
}
