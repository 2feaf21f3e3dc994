package org.xinheng.core.evaluation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;

/**
 * One summand of the points (得分明细). The legal source is that of the indicator's rule, or of the model where there is none.
 *
 * @param indicator null for what a dimension starts with and where it is bounded
 * @param record null where no single record is meant
 * @param points may be 0: a record in dispute, above the cap, or one that only sets a ceiling is said all the same
 */
public record Contribution(
        Effect effect,
        Dimension dimension,
        @Nullable Indicator indicator,
        @Nullable RecordFact record,
        int points) {

    public enum Effect {
        /** What the dimension starts with. */
        START,
        /** A record adds or takes its points. */
        RECORD,
        /** A record adds or takes less, for its time has gone on. */
        FADED,
        /** The indicator's cap left nothing, or not all, of the points. */
        CAPPED,
        /** An objection is pending: nothing is counted. */
        DISPUTED,
        /** A record sets a ceiling without points. */
        CEILING,
        /** There is no record of the indicator. */
        NONE_FOUND,
        /** No dimension falls below nothing or rises above its points. */
        BOUND
    }

    /** Address of the record. */
    public Optional<String> recordId() {
        return record == null ? Optional.empty() : Optional.of(record.id());
    }

    /** Whether a record costs points or sets a ceiling. */
    public boolean burdens() {
        return record != null
                && indicator != null
                && effect != Effect.DISPUTED
                && (points < 0 || indicator.weight().points() < 0 || indicator.ceiling() != null);
    }
}
