package org.xinheng.core.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution.Effect;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;

/** Adds up one organisation; records come newest first. */
final class Tally {

    private static final int LINES_PER_RECORD = 2;

    private final DayEvaluator on;
    private final Matched matched;
    /** Null where nobody asks for an explanation. */
    private final @Nullable List<Contribution> lines;

    private final boolean[] counted;
    private final int[] used;
    private final int[] sums;
    private int ceiling;
    private @Nullable List<Folded> folds;
    /** By the number of what they say alike, newer records that no older one has settled yet. */
    private final @Nullable List<@Nullable List<RecordFact>> waiting;

    /** @param explained whether anybody asks for an explanation */
    Tally(DayEvaluator on, Matched matched, boolean explained) {
        this.on = on;
        this.matched = matched;
        int indicators = on.countsFrom.length;
        int dimensions = on.dimensions();
        counted = new boolean[indicators];
        used = new int[indicators];
        sums = new int[dimensions];
        lines = explained ? new ArrayList<>((matched.records.length + dimensions) * LINES_PER_RECORD) : null;
        waiting = matched.sames == 0 ? null : new ArrayList<>(Collections.nCopies(matched.sames, null));
    }

    /**
     * A record meets an indicator; whether it counts is a matter of its day.
     *
     * @param record its place
     */
    void meet(IndicatorPlan plan, int record) {
        RecordFact fact = matched.records[record];
        if (plan.repeat != null) {
            int same = requireNonNull(matched.same)[record][plan.bit];
            repeat(plan, plan.repeat, fact, same);
        } else if (fact.decidedOn >= on.countsFrom[plan.index]) {
            count(plan, fact);
        }
    }

    private void count(IndicatorPlan plan, RecordFact fact) {
        if (fact.disputed) {
            if (!plan.whenNone) {
                line(plan, Effect.DISPUTED, fact, 0);
            }
            return;
        }
        counted[plan.index] = true;
        if (plan.hasCeiling && plan.ceiling > ceiling) {
            ceiling = plan.ceiling;
        }
        if (plan.whenNone) {
            return;
        }
        boolean full = fact.decidedOn >= on.fullFrom[plan.index];
        int points = full ? plan.points : plan.faded;
        if (plan.points == 0) {
            line(plan, Effect.CEILING, fact, 0);
            return;
        }
        int size = Math.min(Math.abs(points), plan.cap - used[plan.index]);
        used[plan.index] += size;
        Effect effect = size < Math.abs(points) ? Effect.CAPPED : full ? Effect.RECORD : Effect.FADED;
        add(plan, effect, fact, points < 0 ? -size : size);
    }

    private void add(IndicatorPlan plan, Effect effect, @Nullable RecordFact fact, int points) {
        sums[plan.dimensionIndex] += points;
        line(plan, effect, fact, points);
    }

    private void line(IndicatorPlan plan, Effect effect, @Nullable RecordFact fact, int points) {
        if (lines != null) {
            lines.add(new Contribution(effect, plan.dimension, plan.indicator, fact, points));
        }
    }

    /** An older record settles the newer ones that say the same; it waits itself for one that is older still. */
    private void repeat(IndicatorPlan plan, IndicatorPlan.RepeatPlan repeat, RecordFact fact, int same) {
        List<@Nullable List<RecordFact>> all = requireNonNull(waiting);
        List<RecordFact> newer = all.get(same);
        if (newer == null) {
            newer = new ArrayList<>();
            all.set(same, newer);
            newer.add(fact);
            return;
        }
        LocalDate until =
                LocalDate.ofEpochDay(fact.decidedOn).plus(repeat.rule().within());
        newer.removeIf(one -> settled(plan, one, fact, until));
        newer.add(fact);
    }

    private boolean settled(IndicatorPlan plan, RecordFact newer, RecordFact older, LocalDate until) {
        if (newer.decidedOn == older.decidedOn) {
            return false;
        }
        if (newer.decidedOn >= on.countsFrom[plan.index] && newer.decidedOn <= until.toEpochDay()) {
            count(plan, newer);
        }
        return true;
    }

    private record Folded(Evaluator.Fold fold, Tally tally) {}

    /** What a folded model counts is counted as its dimension at the end. */
    void fold(Evaluator.Fold fold, Tally tally) {
        if (folds == null) {
            folds = new ArrayList<>();
        }
        folds.add(new Folded(fold, tally));
    }

    /**
     * The points of a folded model as points of the dimension, and its ceilings, which are grades of the same order. Its summands follow,
     * each worth what the points so far grow by: rounded one by one they would not add up.
     */
    private void close(Folded folded, Evaluator evaluator) {
        Evaluator base = folded.fold.evaluator();
        Outcome outcome = folded.tally.outcome(base);
        ceiling = Math.max(ceiling, folded.tally.ceiling);
        Dimension dimension = evaluator.model.dimensions().get(folded.fold.dimension());
        int total = base.model.total();
        sums[folded.fold.dimension()] +=
                Dimension.weighed(outcome.points(), dimension.points(), total) - dimension.start();
        if (lines == null) {
            return;
        }
        int sum = base.starts.stream().mapToInt(Contribution::points).sum();
        int weighed = dimension.start();
        for (Contribution line : requireNonNull(folded.tally.lines)) {
            if (line.effect() != Effect.START) {
                sum += line.points();
                int then = Dimension.weighed(sum, dimension.points(), total);
                lines.add(new Contribution(line.effect(), dimension, line.indicator(), line.record(), then - weighed));
                weighed = then;
            }
        }
    }

    /**
     * @param grade index in the order of the model, ceilings included
     * @param byPoints index of the grade that the points alone give
     */
    record Outcome(int points, int grade, int byPoints) {}

    /** Points and grade; with this the tally is at its end. */
    Outcome outcome(Evaluator evaluator) {
        for (IndicatorPlan plan : evaluator.whenNone) {
            if (!counted[plan.index]) {
                add(plan, Effect.NONE_FOUND, null, plan.points);
            }
        }
        if (folds != null) {
            folds.forEach(folded -> close(folded, evaluator));
        }
        int points = 0;
        for (int d = 0; d < sums.length; d++) {
            Contribution start = evaluator.starts.get(d);
            int sum = sums[d] + start.points();
            sums[d] = Math.clamp(sum, 0, start.dimension().points());
            points += sums[d];
            if (lines != null) {
                lines.add(start);
                if (sums[d] != sum) {
                    lines.add(new Contribution(Effect.BOUND, start.dimension(), null, null, sums[d] - sum));
                }
            }
        }
        List<Grade> grades = evaluator.model.grades();
        int byPoints = 0;
        while (points < grades.get(byPoints).from()) {
            byPoints++;
        }
        return new Outcome(points, Math.max(byPoints, ceiling), byPoints);
    }

    Evaluation close(Evaluator evaluator) {
        Outcome outcome = outcome(evaluator);
        List<Grade> grades = evaluator.model.grades();
        return new Evaluation.Rated(
                on.day,
                grades.get(outcome.grade()),
                grades.get(outcome.byPoints()),
                outcome.points(),
                Arrays.stream(sums).boxed().toList(),
                requireNonNull(lines));
    }
}
