package org.xinheng.server.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that begins on a day of the made-up files, goes on from there, and on which time can be skipped. */
final class RunningClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-06-10T01:00:00Z");

    private final long began = System.nanoTime();
    private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

    void skip(Duration time) {
        skipped.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Instant instant() {
        return START.plusNanos(System.nanoTime() - began).plus(skipped.get());
    }
}
