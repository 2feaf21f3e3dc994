package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation.NotRated;
import org.xinheng.core.evaluation.Evaluation.Why;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Scope;
import org.xinheng.core.policy.SubjectKind;

/** A model on one day: every period of it has become the day from which it counts. Safe for many threads. */
public final class DayEvaluator {

    final LocalDate day;
    final int today;
    /** By indicator, the earliest decision that still counts. */
    final int[] countsFrom;
    /** By indicator, the earliest decision that counts in full. */
    final int[] fullFrom;

    /** Of the models that are folded in, the same day. */
    private final List<DayEvaluator> folded;

    private final Evaluator evaluator;

    DayEvaluator(Evaluator evaluator, LocalDate day) {
        this.evaluator = evaluator;
        this.day = day;
        today = Math.toIntExact(day.toEpochDay());
        folded = evaluator.folds.stream().map(fold -> fold.evaluator().on(day)).toList();
        countsFrom = new int[evaluator.indicators.size()];
        fullFrom = new int[countsFrom.length];
        for (IndicatorPlan plan : evaluator.indicators) {
            countsFrom[plan.index] = earliest(plan.indicator.source().lookBack(), day);
            EvaluationModel.Decay decay = plan.indicator.weight().decay();
            fullFrom[plan.index] = decay == null ? Integer.MIN_VALUE : earliest(decay.after(), day);
        }
    }

    /** The first day from which the period, added to it, reaches beyond {@code day}. */
    private static int earliest(Period period, LocalDate day) {
        LocalDate from = day.minus(period);
        while (!from.plus(period).isAfter(day)) {
            from = from.plusDays(1);
        }
        while (from.minusDays(1).plus(period).isAfter(day)) {
            from = from.minusDays(1);
        }
        return Math.toIntExact(from.toEpochDay());
    }

    public LocalDate day() {
        return day;
    }

    /** What the model says of an organisation on this day. */
    public Evaluation evaluate(OrganisationFacts facts) {
        return evaluate(facts.identity(), Matched.of(evaluator, facts.records()));
    }

    Evaluation evaluate(OrganisationFacts.Identity identity, Matched matched) {
        NotRated not = notRated(identity, matched, List.of());
        return not == null ? tally(matched, List.of(), true).close(evaluator) : not;
    }

    /**
     * Points and grade alone, as if some records were not there.
     *
     * @param without addresses of records
     * @return null when not rated
     */
    Tally.@Nullable Outcome outcome(OrganisationFacts.Identity identity, Matched matched, Collection<String> without) {
        return notRated(identity, matched, without) == null
                ? tally(matched, without, false).outcome(evaluator)
                : null;
    }

    /** What a folded model does not rate is not rated, for the same reason. */
    private @Nullable NotRated notRated(
            OrganisationFacts.Identity identity, Matched matched, Collection<String> without) {
        NotRated not = notRated(identity);
        if (not == null && !evaluator.holders.isEmpty() && !holds(matched, without)) {
            not = new NotRated(day, Why.OUT_OF_SCOPE, null);
        }
        for (int i = 0; not == null && i < folded.size(); i++) {
            not = folded.get(i).notRated(identity, matched.folded.get(i), without);
        }
        return not;
    }

    private boolean holds(Matched matched, Collection<String> without) {
        for (RecordFact fact : matched.records) {
            if (evaluator.holders.contains(fact.type)
                    && fact.decidedOn <= today
                    && fact.lastDay >= today
                    && !without.contains(fact.id())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable NotRated notRated(OrganisationFacts.Identity identity) {
        Scope scope = evaluator.model.scope();
        boolean meant = scope.subjects().contains(SubjectKind.ofPrefix(identity.prefix()))
                && (scope.prefixes().isEmpty() || scope.prefixes().contains(identity.prefix()));
        if (!meant) {
            return new NotRated(day, Why.OUT_OF_SCOPE, null);
        }
        LocalDate since = identity.knownSince();
        if (identity.state() == null || since == null) {
            return new NotRated(day, Why.NOT_REGISTERED, null);
        }
        if (scope.excludedStates().contains(identity.state())) {
            return new NotRated(day, Why.STATE, null);
        }
        LocalDate from = since.plus(scope.leastData());
        return from.isAfter(day) ? new NotRated(day, Why.TOO_LITTLE_DATA, from) : null;
    }

    private Tally tally(Matched matched, Collection<String> without, boolean explained) {
        Tally tally = new Tally(this, countsFrom.length, evaluator.starts.size(), explained ? matched.bits.length : -1);
        for (int i = 0; i < matched.bits.length; i++) {
            RecordFact fact = matched.records[i];
            TypePlan plan = fact.decidedOn > today || fact.lastDay < today ? null : matched.plans[i];
            if (plan != null && matched.bits[i] != 0 && (without.isEmpty() || !without.contains(fact.id()))) {
                for (long bits = matched.bits[i]; bits != 0; bits &= bits - 1) {
                    tally.meet(plan.indicators[Long.numberOfTrailingZeros(bits)], fact);
                }
            }
        }
        for (int i = 0; i < folded.size(); i++) {
            tally.fold(evaluator.folds.get(i), folded.get(i).tally(matched.folded.get(i), without, explained));
        }
        return tally;
    }
}
