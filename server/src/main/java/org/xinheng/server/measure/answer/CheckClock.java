package org.xinheng.server.measure.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The clock by which checks are judged, as far as it can be believed. */
public final class CheckClock {

    private final Clock clock;
    private final Duration tolerance;

    /**
     * @param tolerance how far the clock may stand behind what was recorded: neighbours that share a database differ by so much
     * @throws IllegalArgumentException when it is negative
     */
    public CheckClock(Clock clock, Duration tolerance) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("a clock is not trusted by less than nothing");
        }
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /**
     * The time to the microsecond.
     *
     * @param recorded the last instant that anything was recorded or heard
     * @throws ClockBehind when the clock has not come so far
     */
    Instant past(Instant recorded) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.plus(tolerance).isBefore(recorded)) {
            throw new ClockBehind();
        }
        return now;
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
