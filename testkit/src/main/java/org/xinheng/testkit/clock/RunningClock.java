package org.xinheng.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that begins at an instant and goes on from there, and on which time can be skipped. */
public final class RunningClock extends Clock {

    private final long began = System.nanoTime();
    private final Instant start;
    private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

    public RunningClock(Instant start) {
        this.start = start;
    }

    public void skip(Duration time) {
        skipped.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return StandingClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - began).plus(skipped.get());
    }
}
