package org.xinheng.testkit.evaluation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.Condition.Answer;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Counts;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;

/** The model read as it is written, condition by condition in its own language, with nothing prepared: slow, and another hand. */
final class NaiveEvaluation {

    private final EvaluationModel model;
    private final Map<String, RecordType> types;

    NaiveEvaluation(EvaluationModel model, Map<String, RecordType> types) {
        this.model = model;
        this.types = types;
    }

    /**
     * @param indicators points by indicator that has any record or merit, those of a folded model left out
     * @param counted addresses of the records that count, by indicator
     */
    record Result(
            boolean rated,
            int points,
            String grade,
            List<Integer> dimensions,
            Map<String, Integer> indicators,
            Map<String, Set<String>> counted) {}

    Result evaluate(OrganisationFacts facts, LocalDate day) {
        if (!isRated(facts, day)) {
            return new Result(false, 0, "", List.of(), Map.of(), Map.of());
        }
        Map<String, Integer> indicators = new TreeMap<>();
        Map<String, Set<String>> counted = new TreeMap<>();
        List<Integer> dimensions = new ArrayList<>();
        int worst = 0;
        for (EvaluationModel.Dimension dimension : model.dimensions()) {
            if (dimension.folded() != null) {
                Result base = new NaiveEvaluation(dimension.folded(), types).evaluate(facts, day);
                dimensions.add(BigDecimal.valueOf(base.points())
                        .multiply(BigDecimal.valueOf(dimension.points()))
                        .divide(BigDecimal.valueOf(dimension.folded().total()), 0, RoundingMode.CEILING)
                        .intValueExact());
                counted.putAll(base.counted());
                worst = Math.max(worst, ceiling(dimension.folded(), facts, day));
                continue;
            }
            int sum = dimension.start();
            for (Indicator indicator : dimension.indicators()) {
                List<RecordFact> records = counting(indicator, facts.records(), day);
                int points = points(indicator, records, day);
                sum += points;
                if (!records.isEmpty() && indicator.ceiling() != null) {
                    worst = Math.max(worst, indexOf(indicator.ceiling().grade()));
                }
                if (points != 0) {
                    indicators.put(indicator.rule().id(), points);
                }
                if (!records.isEmpty() && indicator.weight().counts() == Counts.EACH) {
                    counted.put(
                            indicator.rule().id(),
                            records.stream().map(RecordFact::id).collect(Collectors.toCollection(TreeSet::new)));
                }
            }
            dimensions.add(Math.max(0, Math.min(dimension.points(), sum)));
        }
        int total = dimensions.stream().mapToInt(Integer::intValue).sum();
        int byPoints = 0;
        for (int i = 0; i < model.grades().size(); i++) {
            if (total < model.grades().get(i).from()) {
                byPoints = i + 1;
            }
        }
        return new Result(
                true, total, model.grades().get(Math.max(byPoints, worst)).id(), dimensions, indicators, counted);
    }

    /** The worst grade that a record of another model sets, as a grade of this one. */
    private int ceiling(EvaluationModel other, OrganisationFacts facts, LocalDate day) {
        return other.dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(indicator -> indicator.ceiling() != null)
                .filter(indicator -> !counting(indicator, facts.records(), day).isEmpty())
                .mapToInt(
                        indicator -> indexOf(requireNonNull(indicator.ceiling()).grade()))
                .max()
                .orElse(0);
    }

    private boolean isRated(OrganisationFacts facts, LocalDate day) {
        OrganisationFacts.Identity identity = facts.identity();
        EvaluationModel.Scope scope = model.scope();
        boolean holds = scope.holders().isEmpty()
                || facts.records().stream()
                        .filter(fact -> scope.holders().stream()
                                .anyMatch(id -> requireNonNull(types.get(id)).number() == fact.type()))
                        .anyMatch(fact -> !fact.decidedOn().isAfter(day)
                                && fact.lastDay()
                                        .map(last -> !last.isBefore(day))
                                        .orElse(true));
        boolean folded = model.dimensions().stream()
                .allMatch(dimension -> dimension.folded() == null
                        || new NaiveEvaluation(dimension.folded(), types).isRated(facts, day));
        return holds
                && folded
                && scope.subjects().contains(SubjectKind.ofPrefix(identity.prefix()))
                && (scope.prefixes().isEmpty() || scope.prefixes().contains(identity.prefix()))
                && identity.state() != null
                && identity.knownSince() != null
                && !scope.excludedStates().contains(identity.state())
                && !day.isBefore(identity.knownSince().plus(scope.leastData()));
    }

    private List<RecordFact> counting(Indicator indicator, List<RecordFact> all, LocalDate day) {
        RecordType type = types.get(indicator.source().recordType());
        if (type == null) {
            throw new IllegalArgumentException(indicator.source().recordType());
        }
        List<RecordFact> met = all.stream()
                .filter(fact -> fact.type() == type.number())
                .filter(fact -> !fact.disputed())
                .filter(fact -> !fact.decidedOn().isAfter(day))
                .filter(fact -> fact.lastDay().map(last -> !last.isBefore(day)).orElse(true))
                .filter(fact -> meets(indicator.source(), type, fact))
                .toList();
        return met.stream()
                .filter(fact ->
                        fact.decidedOn().plus(indicator.source().lookBack()).isAfter(day))
                .filter(fact -> indicator.source().repeat() == null || repeats(indicator.source(), type, fact, met))
                .toList();
    }

    private static boolean meets(EvaluationModel.Source source, RecordType type, RecordFact fact) {
        String kind = type.field(Field.Role.KIND).isPresent() ? fact.values()[type.indexOf(Field.Role.KIND)] : null;
        boolean ofKind = source.kinds().isEmpty()
                || (kind != null && Arrays.stream(kind.split(";")).anyMatch(source.kinds()::contains));
        return ofKind
                && (source.severity() == null || source.severity().equals(fact.severity()))
                && (source.when() == null || source.when().of(fact.values()) == Answer.HOLDS);
    }

    private static boolean repeats(
            EvaluationModel.Source source, RecordType type, RecordFact fact, List<RecordFact> met) {
        EvaluationModel.Repeat repeat = source.repeat();
        if (repeat == null) {
            throw new IllegalArgumentException("asks for no repetition");
        }
        int field = type.indexOf(repeat.same());
        @Nullable String same = fact.values()[field];
        return same != null
                && met.stream()
                        .filter(one -> same.equals(one.values()[field]))
                        .filter(one -> one.decidedOn().isBefore(fact.decidedOn()))
                        .anyMatch(one -> !one.decidedOn().plus(repeat.within()).isBefore(fact.decidedOn()));
    }

    private static int points(Indicator indicator, List<RecordFact> records, LocalDate day) {
        EvaluationModel.Weight weight = indicator.weight();
        if (weight.counts() == Counts.NONE) {
            return records.isEmpty() ? weight.points() : 0;
        }
        int sum = 0;
        for (RecordFact fact : records) {
            EvaluationModel.Decay decay = weight.decay();
            BigDecimal points = BigDecimal.valueOf(weight.points());
            if (decay != null && !fact.decidedOn().plus(decay.after()).isAfter(day)) {
                points = points.multiply(BigDecimal.valueOf(decay.percent()))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.CEILING);
            }
            sum += points.intValueExact();
        }
        int cap = weight.cap() == null ? Integer.MAX_VALUE : weight.cap();
        return Math.max(-cap, Math.min(cap, sum));
    }

    private int indexOf(String grade) {
        return model.grades().stream().map(EvaluationModel.Grade::id).toList().indexOf(grade);
    }
}
