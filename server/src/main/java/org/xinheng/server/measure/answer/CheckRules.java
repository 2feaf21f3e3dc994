package org.xinheng.server.measure.answer;

import java.time.Clock;
import java.time.Duration;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Policy;

/** What one edition of the rules makes of a check: who judges by it, and how the answer is written. */
public record CheckRules(Judge judge, AnswerJson json) {

    /** @throws IllegalStateException when the rules know no measure at all: by such nobody is asked about, and everybody would be clear */
    public static CheckRules of(Policy policy, CheckClock clock) {
        if (policy.measures().isEmpty()) {
            throw new IllegalStateException("pack " + policy.pack() + " has no measures");
        }
        return new CheckRules(new Judge(policy, MeasureCatalogue.of(policy), clock), new AnswerJson(policy));
    }

    /** By a clock that may stand behind nothing. */
    public static CheckRules of(Policy policy, Clock clock) {
        return of(policy, new CheckClock(clock, Duration.ZERO));
    }
}
