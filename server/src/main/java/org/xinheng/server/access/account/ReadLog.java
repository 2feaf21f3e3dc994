package org.xinheng.server.access.account;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;

/** The log of reads in the database. Many reads at once are logged by {@code access.log_reads} in the database itself. */
public final class ReadLog implements AccessLog {

    private static final String APPEND = """
            INSERT INTO access.read_log (read_at, actor, actor_kind, source_id, what, organisation_id, purpose)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcOperations jdbc;
    private final Clock clock;

    public ReadLog(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void read(Actor actor, String what, @Nullable Long organisationId, String purpose) {
        jdbc.update(
                APPEND,
                Timestamp.from(clock.instant()),
                actor.name(),
                actor.kind().name(),
                actor.source(),
                what,
                organisationId,
                purpose);
    }
}
