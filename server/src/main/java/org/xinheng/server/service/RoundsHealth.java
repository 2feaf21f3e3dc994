package org.xinheng.server.service;

import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when what rounds should have done by yesterday was not done (巡查告警): then they are asleep or hindered. */
public final class RoundsHealth implements HealthIndicator {

    private final String what;
    private final LongSupplier missing;

    /** @param what name of the detail that says how many are missing */
    public RoundsHealth(String what, LongSupplier missing) {
        this.what = what;
        this.missing = missing;
    }

    @Override
    public Health health() {
        long count = missing.getAsLong();
        return (count == 0 ? Health.up() : Health.down())
                .withDetail(what, count)
                .build();
    }
}
