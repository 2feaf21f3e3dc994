package org.xinheng.server.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test puts where it wants. */
final class PuttableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-07-27T01:00:00Z");

    void put(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
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
