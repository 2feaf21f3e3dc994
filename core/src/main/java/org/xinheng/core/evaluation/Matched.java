package org.xinheng.core.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        int repeating = 0;
        for (int i = 0; i < records.length; i++) {
            TypePlan plan = evaluator.planOf(records[i].type);
            plans[i] = plan;
            bits[i] = plan == null ? 0 : plan.match(records[i]);
            repeating += plan == null ? 0 : Long.bitCount(bits[i] & plan.repeats);
        }
        same = repeating == 0 ? null : new int[records.length][];
        sames = same == null ? 0 : new Sames(repeating).find(same);
        folded = evaluator.folds.isEmpty() ? List.of() : folded(evaluator, identity, records);
    }

    private static List<Matched> folded(
            Evaluator evaluator, OrganisationFacts.Identity identity, RecordFact[] records) {
        List<Matched> all = new ArrayList<>(evaluator.folds.size());
        for (Evaluator.Fold fold : evaluator.folds) {
            all.add(new Matched(fold.evaluator(), identity, records));
        }
        return all;
    }

    static Matched of(Evaluator evaluator, OrganisationFacts facts) {
        return new Matched(evaluator, facts.identity(), facts.records().toArray(RecordFact[]::new));
    }

    /**
     * Finds the records that say the same by an indicator: a table with open places, as big as twice what can be in it. Written by hand
     * because it is filled for every organisation of a city.
     */
    private final class Sames {

        private final int mask;
        /** By place, the first record that says it, plus one; 0 for an open place. */
        private final int[] first;

        private final @Nullable IndicatorPlan[] indicator;
        /** By place, the number of those that say the same, plus one; 0 while there is but the first. */
        private final int[] number;

        private int found;

        Sames(int most) {
            int places = Integer.highestOneBit(most) << 2;
            mask = places - 1;
            first = new int[places];
            indicator = new IndicatorPlan[places];
            number = new int[places];
        }

        /** Those that stand alone lose the indicator, which they can never meet. */
        int find(int[][] numbers) {
            for (int i = 0; i < records.length; i++) {
                TypePlan plan = plans[i];
                long left = plan == null ? 0 : bits[i] & plan.repeats;
                for (; left != 0; left &= left - 1) {
                    add(requireNonNull(plan).indicators[Long.numberOfTrailingZeros(left)], i, numbers);
                }
            }
            for (int place = 0; place < first.length; place++) {
                IndicatorPlan alone = indicator[place];
                if (alone != null && number[place] == 0) {
                    drop(alone, first[place] - 1);
                }
            }
            return found;
        }

        private void add(IndicatorPlan plan, int record, int[][] numbers) {
            String value = value(plan, record);
            if (value == null || records[record].disputed) {
                drop(plan, record);
                return;
            }
            int place = (value.hashCode() * 31 + plan.index) & mask;
            while (first[place] != 0 && !isSame(place, plan, value)) {
                place = place + 1 & mask;
            }
            if (first[place] == 0) {
                first[place] = record + 1;
                indicator[place] = plan;
                return;
            }
            if (number[place] == 0) {
                number[place] = ++found;
                write(numbers, first[place] - 1, plan, found - 1);
            }
            write(numbers, record, plan, number[place] - 1);
        }

        private boolean isSame(int place, IndicatorPlan plan, String value) {
            return indicator[place] == plan && value.equals(value(plan, first[place] - 1));
        }

        private @Nullable String value(IndicatorPlan plan, int record) {
            return records[record].values[requireNonNull(plan.repeat).field()];
        }

        private void drop(IndicatorPlan plan, int record) {
            bits[record] &= ~(1L << plan.bit);
        }

        private void write(int[][] numbers, int record, IndicatorPlan plan, int group) {
            if (numbers[record] == null) {
                numbers[record] = new int[requireNonNull(plans[record]).indicators.length];
            }
            numbers[record][plan.bit] = group;
        }
    }
}
