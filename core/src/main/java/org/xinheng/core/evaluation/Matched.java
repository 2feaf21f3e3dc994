package org.xinheng.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records with the indicators that they meet. What a record meets does not depend on the day: it is found once for all days for
 * which an organisation is asked.
 */
final class Matched {

    /** Newest first. */
    final RecordFact[] records;
    /** Null for a type that the model does not look at. */
    final @Nullable TypePlan[] plans;
    /** Bit i for the i-th indicator of the plan. */
    final long[] bits;
    /** The same records with what they meet of the models that are folded in. */
    final List<Matched> folded;

    private Matched(RecordFact[] records, List<Matched> folded) {
        this.records = records;
        this.folded = folded;
        plans = new TypePlan[records.length];
        bits = new long[records.length];
    }

    static Matched of(Evaluator evaluator, List<RecordFact> records) {
        Matched matched = new Matched(
                records.toArray(RecordFact[]::new),
                evaluator.folds.stream()
                        .map(fold -> of(fold.evaluator(), records))
                        .toList());
        for (int i = 0; i < matched.records.length; i++) {
            TypePlan plan = evaluator.planOf(matched.records[i].type);
            matched.plans[i] = plan;
            matched.bits[i] = plan == null ? 0 : plan.match(matched.records[i]);
        }
        return matched;
    }
}
