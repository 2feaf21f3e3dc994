package org.xinheng.core.evaluation;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Counts;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;

/** One indicator, made ready: no rule is looked up per record. */
final class IndicatorPlan {

    final int index;
    final int dimensionIndex;
    final Dimension dimension;
    final Indicator indicator;
    final boolean whenNone;
    final int points;
    final int faded;
    final int cap;
    /** Index of the best grade while a record counts, 0 for no ceiling. */
    final int ceiling;

    final boolean hasCeiling;
    final @Nullable RepeatPlan repeat;
    /** Its place among the indicators that look at the same record type. */
    final int bit;

    IndicatorPlan(Place place, Dimension dimension, Indicator indicator, Lookups lookups) {
        index = place.index();
        bit = place.bit();
        dimensionIndex = place.dimension();
        this.dimension = dimension;
        this.indicator = indicator;
        whenNone = indicator.weight().counts() == Counts.NONE;
        points = indicator.weight().points();
        var decay = indicator.weight().decay();
        faded = decay == null ? points : favourable(points, decay.percent());
        var most = indicator.weight().cap();
        cap = most == null ? Integer.MAX_VALUE : most;
        hasCeiling = indicator.ceiling() != null;
        ceiling = lookups.gradeOf(indicator);
        repeat = lookups.repeatOf(indicator);
    }

    /**
     * @param index among all indicators of the model
     * @param dimension number of its dimension
     * @param bit among those that look at the same record type
     */
    record Place(int index, int dimension, int bit) {}

    /** What must be looked up in the model and the catalogue. */
    interface Lookups {
        int gradeOf(Indicator indicator);

        @Nullable
        RepeatPlan repeatOf(Indicator indicator);
    }

    /** @param field position of the field that says the same */
    record RepeatPlan(int field, EvaluationModel.Repeat rule) {}

    /** A share of points, a fraction left out where it would cost the organisation. */
    private static int favourable(int points, int percent) {
        int hundredths = points * percent;
        return points < 0 ? hundredths / 100 : Math.ceilDiv(hundredths, 100);
    }
}
