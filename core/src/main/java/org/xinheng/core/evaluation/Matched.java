package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation.Why;

/**
 * An organisation's records with the indicators that they meet, and whether it is rated at all. Neither depends on the day: it is found
 * once for all days for which an organisation is asked.
 */
final class Matched {

    /** Newest first. */
    final RecordFact[] records;
    /** Null for a type that the model does not look at. */
    final @Nullable TypePlan[] plans;
    /** Bit i for the i-th indicator of the plan; none for a repetition of which the organisation has no second record. */
    final long[] bits;
    /** By record and indicator of its plan, the number of the records that say the same; null where no repetition is looked for. */
    final int @Nullable [][] same;
    /** How many such numbers there are. */
    final int sames;
    /** Why it is rated on no day; null when it is on some. */
    final @Nullable Why why;
    /** The first day on which enough is known of it; null where it is not registered. */
    final @Nullable LocalDate ratedFrom;
    /** The same records with what they meet of the models that are folded in. */
    final List<Matched> folded;

    private Matched(Evaluator evaluator, OrganisationFacts.Identity identity, RecordFact[] records) {
        this.records = records;
        why = evaluator.why(identity);
        LocalDate since = identity.knownSince();
        ratedFrom = since == null ? null : since.plus(evaluator.model.scope().leastData());
        plans = new TypePlan[records.length];
        bits = new long[records.length];
        boolean repeats = false;
        for (int i = 0; i < records.length; i++) {
            TypePlan plan = evaluator.planOf(records[i].type);
            plans[i] = plan;
            bits[i] = plan == null ? 0 : plan.match(records[i]);
            repeats |= plan != null && (bits[i] & plan.repeats) != 0;
        }
        same = repeats ? new int[records.length][] : null;
        sames = same == null ? 0 : findSame(same);
        List<Matched> all = new ArrayList<>(evaluator.folds.size());
        for (Evaluator.Fold fold : evaluator.folds) {
            all.add(new Matched(fold.evaluator(), identity, records));
        }
        folded = all;
    }

    static Matched of(Evaluator evaluator, OrganisationFacts facts) {
        return new Matched(evaluator, facts.identity(), facts.records().toArray(RecordFact[]::new));
    }

    /** What two records say alike to be a repetition by an indicator. */
    private record Same(IndicatorPlan plan, String value) {}

    /** Records that say the same get one number; those that stand alone lose the indicator, which they can never meet. */
    private int findSame(int[][] numbers) {
        Map<Same, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < records.length; i++) {
            TypePlan plan = plans[i];
            long left = plan == null ? 0 : bits[i] & plan.repeats;
            for (; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                IndicatorPlan indicator = plan.indicators[bit];
                String value = indicator.repeat == null ? null : records[i].values[indicator.repeat.field()];
                if (value == null || records[i].disputed) {
                    bits[i] &= ~(1L << bit);
                } else {
                    groups.computeIfAbsent(new Same(indicator, value), _ -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        int found = 0;
        for (Map.Entry<Same, List<Integer>> group : groups.entrySet()) {
            int bit = group.getKey().plan().bit;
            boolean alone = group.getValue().size() == 1;
            for (int record : group.getValue()) {
                if (alone) {
                    bits[record] &= ~(1L << bit);
                } else {
                    if (numbers[record] == null) {
                        numbers[record] = new int[plans[record].indicators.length];
                    }
                    numbers[record][bit] = found;
                }
            }
            found += alone ? 0 : 1;
        }
        return found;
    }
}
