package org.xinheng.server.access.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;

/** The log of reads in the database. Many reads at once are logged by {@code access.log_reads} in the database itself. */
public final class ReadLog implements AccessLog {

    private static final String APPEND = """
            INSERT INTO access.read_log (read_at, actor, actor_kind, source_id, what, organisation_id, purpose)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String APPEND_ALL = """
            SELECT access.log_reads(?, ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])""";

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

    @Override
    public void readAll(Actor actor, String what, List<Read> reads) {
        if (reads.isEmpty()) {
            return;
        }
        int count = reads.size();
        jdbc.query(
                APPEND_ALL,
                _ -> {},
                what,
                repeated(clock.instant().toString(), count),
                repeated(actor.name(), count),
                repeated(actor.kind().name(), count),
                repeated(actor.source(), count),
                reads.stream().map(Read::organisationId).toArray(Long[]::new),
                reads.stream().map(Read::purpose).toArray(String[]::new));
    }

    private static @Nullable String[] repeated(@Nullable String text, int count) {
        @Nullable String[] all = new String[count];
        Arrays.fill(all, text);
        return all;
    }
}
