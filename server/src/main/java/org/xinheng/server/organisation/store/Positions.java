package org.xinheng.server.organisation.store;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Positions of the register: one for each transaction that writes to it. Taking one waits for the writer before to end,
 * so that positions become visible in their order and two writers that met the same new codes never wait for each other
 * in a circle.
 */
@Component
final class Positions {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('organisation.position'))::text";
    private static final String TAKE = """
            INSERT INTO organisation.position (number, recorded_at, delivery_id, source)
            SELECT coalesce(max(number), 0) + 1, greatest(max(recorded_at), ?::timestamptz), ?, ?
              FROM organisation.position
            RETURNING number
            """;
    private static final String LATEST = "SELECT coalesce(max(number), 0) FROM organisation.position";

    private final JdbcClient sql;
    private final Clock clock;

    Positions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The next position, held until the transaction of the calling thread ends. */
    long take(@Nullable Long deliveryId, @Nullable String source) {
        var _ = sql.sql(LOCK).query(String.class).optional();
        return sql.sql(TAKE)
                .param(Timestamp.from(clock.instant()))
                .param(deliveryId)
                .param(source)
                .query(Long.class)
                .single();
    }

    /** The position up to which the calling transaction sees the register. */
    long latest() {
        return sql.sql(LATEST).query(Long.class).single();
    }
}
