package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation.NotRated;
import org.xinheng.core.evaluation.Evaluation.Why;
import org.xinheng.core.policy.EvaluationModel;

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
        return evaluate(Matched.of(evaluator, facts));
    }

    Evaluation evaluate(Matched matched) {
        NotRated not = notRated(matched, null);
        return not == null ? tally(matched, null, true).close(evaluator) : not;
    }

    /**
     * Points and grade alone, as if some records were not there.
     *
     * @param without by the place of a record whether it is left out; null to leave none out
     * @return null when not rated
     */
    Tally.@Nullable Outcome outcome(Matched matched, boolean @Nullable [] without) {
        return notRated(matched, without) == null
                ? tally(matched, without, false).outcome(evaluator)
                : null;
    }

    /** What a folded model does not rate is not rated, for the same reason. */
    private @Nullable NotRated notRated(Matched matched, boolean @Nullable [] without) {
        NotRated not = notRated(matched);
        if (not == null && !evaluator.holders.isEmpty() && !holds(matched, without)) {
            not = new NotRated(day, Why.OUT_OF_SCOPE, null);
        }
        for (int i = 0; not == null && i < folded.size(); i++) {
            not = folded.get(i).notRated(matched.folded.get(i), without);
        }
        return not;
    }

    private boolean holds(Matched matched, boolean @Nullable [] without) {
        for (int i = 0; i < matched.records.length; i++) {
            RecordFact fact = matched.records[i];
            if (evaluator.holders.contains(fact.type)
                    && fact.decidedOn <= today
                    && fact.lastDay >= today
                    && (without == null || !without[i])) {
                return true;
            }
        }
        return false;
    }

    private @Nullable NotRated notRated(Matched matched) {
        if (matched.why != null) {
            return new NotRated(day, matched.why, null);
        }
        LocalDate from = matched.ratedFrom;
        return from != null && from.isAfter(day) ? new NotRated(day, Why.TOO_LITTLE_DATA, from) : null;
    }

    private Tally tally(Matched matched, boolean @Nullable [] without, boolean explained) {
        Tally tally = new Tally(this, matched, explained);
        for (int i = 0; i < matched.bits.length; i++) {
            RecordFact fact = matched.records[i];
            TypePlan plan = matched.plans[i];
            if (plan != null
                    && matched.bits[i] != 0
                    && fact.decidedOn <= today
                    && fact.lastDay >= today
                    && (without == null || !without[i])) {
                for (long bits = matched.bits[i]; bits != 0; bits &= bits - 1) {
                    tally.meet(plan.indicators[Long.numberOfTrailingZeros(bits)], i);
                }
            }
        }
        for (int i = 0; i < folded.size(); i++) {
            tally.fold(evaluator.folds.get(i), folded.get(i).tally(matched.folded.get(i), without, explained));
        }
        return tally;
    }

    int dimensions() {
        return evaluator.starts.size();
    }
}
