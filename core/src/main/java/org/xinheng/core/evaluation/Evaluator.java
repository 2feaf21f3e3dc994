package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.evaluation.Evaluation.Why;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;

/**
 * A model made ready to run (已编译模型), once for all organisations. Safe for many threads.
 *
 * <p>The more adverse records, the fewer points or as many, and the worse grade or the same: every step only adds up, caps,
 * bounds, or takes the worse of two.
 */
public final class Evaluator {

    /** Outlooks ask for the same days again and again; a run over a city for a few thousand. */
    private static final int MOST_DAYS_KEPT = 8_192;

    final EvaluationModel model;
    final List<IndicatorPlan> indicators;
    final List<IndicatorPlan> whenNone;
    final List<Contribution> starts;
    /** Models whose result is a dimension. */
    final List<Fold> folds;
    /** Numbers of the record types one of which must be held; none for no limit. */
    final Set<Integer> holders;

    private final @Nullable TypePlan[] byType;
    private final Set<String> recordTypes;
    private final Map<Integer, DayEvaluator> days = new ConcurrentHashMap<>();

    private Evaluator(
            EvaluationModel model,
            List<IndicatorPlan> indicators,
            @Nullable TypePlan[] byType,
            List<Fold> folds,
            Map<String, RecordType> types) {
        this.model = model;
        this.folds = folds;
        holders = model.scope().holders().stream()
                .map(id -> type(types, id).number())
                .collect(Collectors.toUnmodifiableSet());
        this.indicators = indicators;
        whenNone = indicators.stream().filter(plan -> plan.whenNone).toList();
        starts = model.dimensions().stream()
                .map(one -> new Contribution(Contribution.Effect.START, one, null, null, one.start()))
                .toList();
        this.byType = byType;
        Set<String> all = new HashSet<>(model.scope().holders());
        indicators.forEach(plan -> all.add(plan.indicator.source().recordType()));
        folds.forEach(fold -> all.addAll(fold.evaluator().recordTypes));
        recordTypes = Set.copyOf(all);
    }

    /** @param dimension its number in the model that folds */
    record Fold(int dimension, Evaluator evaluator) {}

    /**
     * @param types the catalogue, by id
     * @throws IllegalArgumentException when the model names what the catalogue or its own grades do not have: packs that load
     *     never do
     */
    public static Evaluator of(EvaluationModel model, Map<String, RecordType> types) {
        List<IndicatorPlan> plans = new ArrayList<>();
        Map<String, List<IndicatorPlan>> byRecordType = new LinkedHashMap<>();
        IndicatorPlan.Lookups lookups = lookups(model, types);
        List<Fold> folds = new ArrayList<>();
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            if (dimension.folded() != null) {
                folds.add(new Fold(d, of(dimension.folded(), types)));
            }
            for (Indicator indicator : dimension.own()) {
                List<IndicatorPlan> ofType =
                        byRecordType.computeIfAbsent(indicator.source().recordType(), _ -> new ArrayList<>());
                var place = new IndicatorPlan.Place(plans.size(), d, ofType.size());
                IndicatorPlan plan = new IndicatorPlan(place, dimension, indicator, lookups);
                plans.add(plan);
                ofType.add(plan);
            }
        }
        @Nullable
        TypePlan[] numbered = new TypePlan
                [1
                        + byRecordType.keySet().stream()
                                .mapToInt(id -> type(types, id).number())
                                .max()
                                .orElse(0)];
        byRecordType.forEach((id, list) -> {
            ConditionCode code = model.conditions().get(id);
            RecordType type = type(types, id);
            numbered[type.number()] = new TypePlan(type, list, code == null ? null : code.load());
        });
        return new Evaluator(model, List.copyOf(plans), numbered, List.copyOf(folds), types);
    }

    private static RecordType type(Map<String, RecordType> types, String id) {
        RecordType type = types.get(id);
        if (type == null) {
            throw new IllegalArgumentException("no record type " + id);
        }
        return type;
    }

    private static IndicatorPlan.Lookups lookups(EvaluationModel model, Map<String, RecordType> types) {
        return new IndicatorPlan.Lookups() {
            @Override
            public int gradeOf(Indicator indicator) {
                EvaluationModel.Ceiling ceiling = indicator.ceiling();
                for (int i = 0; ceiling != null && i < model.grades().size(); i++) {
                    if (model.grades().get(i).id().equals(ceiling.grade())) {
                        return i;
                    }
                }
                if (ceiling != null) {
                    throw new IllegalArgumentException("no grade " + ceiling.grade());
                }
                return 0;
            }

            @Override
            public IndicatorPlan.@Nullable RepeatPlan repeatOf(Indicator indicator) {
                EvaluationModel.Repeat repeat = indicator.source().repeat();
                return repeat == null
                        ? null
                        : new IndicatorPlan.RepeatPlan(
                                type(types, indicator.source().recordType()).indexOf(repeat.same()), repeat);
            }
        };
    }

    public EvaluationModel model() {
        return model;
    }

    /** Ids of the record types that the model looks at: no other record need be read. */
    public Set<String> recordTypes() {
        return recordTypes;
    }

    /** @param day of the evaluation (Asia/Shanghai) */
    public DayEvaluator on(LocalDate day) {
        if (days.size() > MOST_DAYS_KEPT) {
            days.clear();
        }
        Integer number = Math.toIntExact(day.toEpochDay());
        DayEvaluator known = days.get(number);
        return known != null ? known : days.computeIfAbsent(number, _ -> new DayEvaluator(this, day));
    }

    /** Why an organisation is rated on no day, whatever its records; null when it is on some. */
    @Nullable
    Why why(OrganisationFacts.Identity identity) {
        EvaluationModel.Scope scope = model.scope();
        boolean meant = scope.subjects().contains(SubjectKind.ofPrefix(identity.prefix()))
                && (scope.prefixes().isEmpty() || scope.prefixes().contains(identity.prefix()));
        if (!meant) {
            return Why.OUT_OF_SCOPE;
        }
        if (identity.state() == null || identity.knownSince() == null) {
            return Why.NOT_REGISTERED;
        }
        return scope.excludedStates().contains(identity.state()) ? Why.STATE : null;
    }

    @Nullable
    TypePlan planOf(int type) {
        return type < byType.length ? byType[type] : null;
    }
}
