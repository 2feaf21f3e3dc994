package org.xinheng.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Monitoring.Indicator;
import org.xinheng.core.policy.Monitoring.Indicator.Sense;
import org.xinheng.core.policy.Monitoring.Indicator.Unit;

class EarnedPointsTest {

    private static Indicator indicator(Unit unit, Sense sense) {
        Rule rule = new Rule(
                "indicator.one",
                new Title("甲", "one"),
                new Validity(LocalDate.of(2020, 1, 1), null),
                new Basis("source", null, null, Basis.Level.HOUSE),
                Confidence.CONFIRMED,
                "test");
        return new Indicator(rule, "late-rate", List.of(), unit, null, sense);
    }

    @Test
    void lateOnesCostInProportion() {
        Indicator late = indicator(Unit.PERCENT, Sense.LESS_IS_BETTER);
        assertThat(late.earned(40, 0, 7)).isEqualByComparingTo("40");
        assertThat(late.earned(40, 7, 7)).isEqualByComparingTo("0");
        assertThat(late.earned(40, 1, 3)).isEqualByComparingTo("26.67");
    }

    @Test
    void acceptedOnesEarnInProportion() {
        assertThat(indicator(Unit.PERCENT, Sense.MORE_IS_BETTER).earned(6, 1, 3))
                .isEqualByComparingTo("2.00");
    }

    @Test
    void whatWasNotCountedEarnsNothingAndLosesNothing() {
        assertThat(indicator(Unit.PERCENT, Sense.MORE_IS_BETTER).earned(6, 0, 0))
                .isNull();
        assertThat(indicator(Unit.PERCENT, Sense.INFORMATION).earned(6, 1, 3)).isNull();
        assertThat(indicator(Unit.COUNT, Sense.MORE_IS_BETTER).earned(6, 1, 3)).isNull();
    }
}
