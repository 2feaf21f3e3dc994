package org.xinheng.server.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands where it is put. */
final class PuttableClock extends Clock {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private volatile Instant now = Instant.parse("2026-06-10T04:00:00Z");

    void put(Instant instant) {
        now = instant;
    }

    /** Noon in China on a day. */
    void put(String day) {
        put(Instant.parse(day + "T04:00:00Z"));
    }

    LocalDate day() {
        return LocalDate.ofInstant(instant(), ZONE);
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
