package org.xinheng.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckOutcomeTests {

    @ParameterizedTest(name = "identified {0}, consequence {1}, stale {2}: {3}")
    @CsvSource({
        "true, false, false, CLEAR",
        "true, true, false, HIT",
        "true, true, true, HIT",
        "true, false, true, STALE",
        "false, false, false, UNKNOWN",
        "false, false, true, UNKNOWN",
        "false, true, false, UNKNOWN",
        "false, true, true, UNKNOWN"
    })
    void clearNeedsAKnownSubjectNoConsequenceAndFreshFeeds(
            boolean identified, boolean consequence, boolean stale, CheckOutcome expected) {
        assertThat(CheckOutcome.of(identified, consequence, stale)).isEqualTo(expected);
    }
}
