package org.xinheng.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands where a test sets it. */
public final class StandingClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    public StandingClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void skip(Duration time) {
        set(now.plus(time));
    }

    /** @param instant in ISO 8601, with its zone */
    public void set(String instant) {
        set(Instant.parse(instant));
    }

    /** Noon in China on a day. */
    public void noon(String day) {
        set(LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant());
    }

    public LocalDate day() {
        return LocalDate.ofInstant(now, ZONE);
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
        return now;
    }
}
