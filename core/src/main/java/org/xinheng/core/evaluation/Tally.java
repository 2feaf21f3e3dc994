package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution.Effect;
import org.xinheng.core.policy.EvaluationModel.Grade;

/** Adds up one organisation; records come newest first. */
final class Tally {

    private static final int LINES_PER_RECORD = 2;

    private final DayEvaluator on;
    private final List<Contribution> lines;
    private final boolean[] counted;
    private final int[] used;
    private final int[] sums;
    private int ceiling;
    private @Nullable Map<IndicatorPlan, Map<String, List<RecordFact>>> waiting;

    Tally(DayEvaluator on, int indicators, int dimensions, int records) {
        this.on = on;
        counted = new boolean[indicators];
        used = new int[indicators];
        sums = new int[dimensions];
        lines = new ArrayList<>((records + dimensions) * LINES_PER_RECORD);
    }

    /** A record meets an indicator; whether it counts is a matter of its day. */
    void meet(IndicatorPlan plan, RecordFact fact) {
        if (plan.repeat != null) {
            repeat(plan, plan.repeat, fact);
        } else if (fact.decidedOn >= on.countsFrom[plan.index]) {
            count(plan, fact);
        }
    }

    private void count(IndicatorPlan plan, RecordFact fact) {
        if (fact.disputed) {
            if (!plan.whenNone) {
                lines.add(new Contribution(Effect.DISPUTED, plan.dimension, plan.indicator, fact, 0));
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
            lines.add(new Contribution(Effect.CEILING, plan.dimension, plan.indicator, fact, 0));
            return;
        }
        int size = Math.min(Math.abs(points), plan.cap - used[plan.index]);
        used[plan.index] += size;
        Effect effect = size < Math.abs(points) ? Effect.CAPPED : full ? Effect.RECORD : Effect.FADED;
        add(plan, effect, fact, points < 0 ? -size : size);
    }

    private void add(IndicatorPlan plan, Effect effect, @Nullable RecordFact fact, int points) {
        sums[plan.dimensionIndex] += points;
        lines.add(new Contribution(effect, plan.dimension, plan.indicator, fact, points));
    }

    /** An older record settles the newer ones that say the same; it waits itself for one that is older still. */
    private void repeat(IndicatorPlan plan, IndicatorPlan.RepeatPlan repeat, RecordFact fact) {
        String same = fact.values[repeat.field()];
        if (same == null || fact.disputed) {
            return;
        }
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        List<RecordFact> newer =
                waiting.computeIfAbsent(plan, _ -> new HashMap<>()).computeIfAbsent(same, _ -> new ArrayList<>());
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

    Evaluation close(Evaluator evaluator) {
        for (IndicatorPlan plan : evaluator.whenNone) {
            if (!counted[plan.index]) {
                add(plan, Effect.NONE_FOUND, null, plan.points);
            }
        }
        int points = 0;
        Integer[] bounded = new Integer[sums.length];
        for (int d = 0; d < sums.length; d++) {
            Contribution start = evaluator.starts.get(d);
            lines.add(start);
            int sum = sums[d] + start.points();
            int within = Math.clamp(sum, 0, start.dimension().points());
            if (within != sum) {
                lines.add(new Contribution(Effect.BOUND, start.dimension(), null, null, within - sum));
            }
            bounded[d] = within;
            points += within;
        }
        List<Grade> grades = evaluator.model.grades();
        int byPoints = 0;
        while (points < grades.get(byPoints).from()) {
            byPoints++;
        }
        return new Evaluation.Rated(
                on.day,
                grades.get(Math.max(byPoints, ceiling)),
                grades.get(byPoints),
                points,
                Arrays.asList(bounded),
                lines);
    }
}
