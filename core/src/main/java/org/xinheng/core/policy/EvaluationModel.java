package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of evaluation (公共信用综合评价): dimensions with indicators, and grades. Its result informs; it never triggers a
 * restriction. Individual businesses carry no grade.
 *
 * @param total points that can be reached; the dimensions' points add up to it
 * @param subjects who is evaluated
 * @param leastData organisations with fewer days of data are not rated
 * @param grades best first, by the points from which they begin
 */
public record EvaluationModel(
        Rule rule,
        int total,
        List<SubjectKind> subjects,
        Period leastData,
        List<Dimension> dimensions,
        List<Grade> grades) {

    public EvaluationModel {
        subjects = List.copyOf(subjects);
        dimensions = List.copyOf(dimensions);
        grades = List.copyOf(grades);
    }

    public String id() {
        return rule.id();
    }

    /** @param start points an organisation without any record has here, at most {@code points} */
    public record Dimension(String id, Title title, int points, int start, List<Indicator> indicators) {
        public Dimension {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * @param source the records it counts
     * @param points added for each, negative for a deduction
     * @param cap the most that it adds or takes away, without sign; null for no bound but the dimension's
     * @param effect points only, or a grade that is the best one while a record counts (一票否决 and 封顶)
     */
    public record Indicator(
            Rule rule,
            Source source,
            BigDecimal points,
            @Nullable BigDecimal cap,
            @Nullable Ceiling effect) {}

    /**
     * @param kinds values of the field with role KIND; empty for all
     * @param severity class of the record; null for all
     * @param when further condition; null for none
     * @param lookBack how far back a record counts, from its decision
     */
    public record Source(
            String recordType,
            List<String> kinds,
            @Nullable String severity,
            @Nullable Condition when,
            Period lookBack) {
        public Source {
            kinds = List.copyOf(kinds);
        }
    }

    /** @param veto straight to {@code grade}; else no better than it */
    public record Ceiling(String grade, boolean veto) {}

    public record Grade(String id, Title title, int from) {}
}
