package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.condition.ConditionCode;

/**
 * A model of evaluation (公共信用综合评价): dimensions with indicators, and grades. Its result informs; it never triggers a
 * restriction. Individual businesses carry no grade.
 *
 * @param total points that can be reached; the dimensions' points add up to it
 * @param scope who is evaluated
 * @param dimensions each with its indicators
 * @param grades best first, by the points from which they begin
 * @param conditions by record type, the conditions of its indicators as code: bit i answers for the i-th indicator over that
 *     type in the order of the model; types without any condition are not in it
 */
public record EvaluationModel(
        Rule rule,
        int total,
        Scope scope,
        List<Dimension> dimensions,
        List<Grade> grades,
        Map<String, ConditionCode> conditions) {

    public EvaluationModel {
        dimensions = List.copyOf(dimensions);
        grades = List.copyOf(grades);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** Name of the model, such as {@code enterprise}: the last part of its rule's id. */
    public String id() {
        return rule.id().substring(rule.id().lastIndexOf('.') + 1);
    }

    /**
     * @param subjects kinds of organisations that are evaluated
     * @param prefixes first two characters of the codes to which the model is limited; empty for no limit
     * @param excludedStates states of registration in which nobody is evaluated (注销, 吊销, 迁出 …)
     * @param leastData organisations known for a shorter time are not rated
     * @param holders record types one of which an organisation must hold a record of that is in force; empty for no limit
     */
    public record Scope(
            List<SubjectKind> subjects,
            List<String> prefixes,
            List<SubjectState> excludedStates,
            Period leastData,
            List<String> holders) {
        public Scope {
            subjects = List.copyOf(subjects);
            prefixes = List.copyOf(prefixes);
            excludedStates = List.copyOf(excludedStates);
            holders = List.copyOf(holders);
        }
    }

    /**
     * @param start points an organisation without any record has here, at most {@code points}
     * @param indicators those of {@code folded} where there is one
     * @param folded the model whose result is this dimension (公共信用综合评价结果折算): its points by {@code points} of its total, a
     *     fraction in favour of the organisation; what it does not rate is not rated, its ceilings hold; null for indicators of its own
     */
    public record Dimension(
            String id,
            Title title,
            int points,
            int start,
            List<Indicator> indicators,
            @Nullable EvaluationModel folded) {
        public Dimension {
            indicators = List.copyOf(indicators);
        }

        /** A dimension that is the result of another model. */
        public static Dimension folding(String id, Title title, int points, EvaluationModel folded) {
            int start = folded.dimensions.stream().mapToInt(Dimension::start).sum();
            return new Dimension(
                    id,
                    title,
                    points,
                    weighed(start, points, folded.total),
                    folded.dimensions.stream()
                            .flatMap(one -> one.indicators.stream())
                            .toList(),
                    folded);
        }

        /** Indicators that are this dimension's own. */
        public List<Indicator> own() {
            return folded == null ? indicators : List.of();
        }

        /** What points of another model with this total are worth here; a fraction in favour of the organisation. */
        public static int weighed(int points, int most, int total) {
            return Math.toIntExact(Math.ceilDiv((long) points * most, (long) total));
        }
    }

    /**
     * @param source the records it looks at
     * @param weight the points
     * @param ceiling the best grade while a record counts (一票否决 and 封顶); null for none
     * @param remedy how an organisation may end the effect of a record before its time
     */
    public record Indicator(
            Rule rule,
            Source source,
            Weight weight,
            @Nullable Ceiling ceiling,
            Remedy remedy) {}

    /**
     * @param kinds values of the field with role KIND; empty for all
     * @param severity class of the record; null for all
     * @param when further condition; null for none
     * @param lookBack how far back a record counts: the day reached by adding it to the decision is the first one without
     * @param repeat only records that repeat an earlier one; null for all
     */
    public record Source(
            String recordType,
            List<String> kinds,
            @Nullable String severity,
            @Nullable Condition when,
            Period lookBack,
            @Nullable Repeat repeat) {
        public Source {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A record counts when an earlier one of the same source says the same (累犯).
     *
     * @param same the field that says the same, word for word and not blank
     * @param within at most so long after the earlier decision
     */
    public record Repeat(Field.Role same, Period within) {}

    /**
     * @param counts whether each record adds its points, or they are given when there is none
     * @param points for each record, negative for a deduction; 0 where only the ceiling matters
     * @param cap the most that the indicator adds or takes away, without sign; null for no bound but the dimension's
     * @param decay null where points stay the same to the end
     */
    public record Weight(
            Counts counts,
            int points,
            @Nullable Integer cap,
            @Nullable Decay decay) {}

    public enum Counts {
        EACH,
        /** The points are given while no record counts. */
        NONE
    }

    /**
     * Points fade with time.
     *
     * @param after from the day reached by adding it to the decision on, a record counts less
     * @param percent of the points that remain; a fraction of a point is left out where it would cost the organisation
     */
    public record Decay(Period after, int percent) {}

    /** @param veto straight to {@code grade}; else no better than it */
    public record Ceiling(String grade, boolean veto) {}

    /** How the effect of a record may end before its time. */
    public enum Remedy {
        /** Only by time. */
        NONE,
        /** 信用修复, from the earliest day that the gate gives the record. */
        REPAIR,
        /** 移出名录, once its cause is put right. */
        REMOVAL,
        /** 履行义务, at once. */
        PERFORMANCE,
        /** 整改, at once. */
        RECTIFICATION
    }

    /** @param share what a run over a whole place should find (校准区间); null where nothing is expected */
    public record Grade(
            String id, Title title, int from, @Nullable Share share) {}

    /** Percent of the rated organisations, bounds included. */
    public record Share(BigDecimal least, BigDecimal most) {

        public boolean holds(long part, long whole) {
            BigDecimal hundredfold = BigDecimal.valueOf(part).movePointRight(2);
            return hundredfold.compareTo(least.multiply(BigDecimal.valueOf(whole))) >= 0
                    && hundredfold.compareTo(most.multiply(BigDecimal.valueOf(whole))) <= 0;
        }
    }
}
