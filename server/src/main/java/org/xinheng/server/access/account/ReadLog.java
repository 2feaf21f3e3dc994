package org.xinheng.server.access.account;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;

/** The log of reads in the database; a batch is one statement. */
public final class ReadLog implements AccessLog {

    private static final String APPEND = """
            INSERT INTO access.read_log (read_at, actor, actor_kind, source_id, what, organisation_id, purpose)
            SELECT * FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])""";

    private final JdbcOperations jdbc;
    private final Clock clock;

    public ReadLog(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void read(Actor actor, String what, @Nullable Long organisationId, String purpose) {
        append(List.of(new Read(clock.instant(), actor, what, organisationId, purpose)));
    }

    @Override
    public void append(List<Read> reads) {
        if (reads.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(APPEND);
            int column = 1;
            statement.setArray(
                    column++, connection.createArrayOf("timestamptz", of(reads, r -> Timestamp.from(r.at()))));
            statement.setArray(
                    column++,
                    connection.createArrayOf("text", of(reads, r -> r.actor().name())));
            statement.setArray(
                    column++,
                    connection.createArrayOf(
                            "text", of(reads, r -> r.actor().kind().name())));
            statement.setArray(
                    column++,
                    connection.createArrayOf("text", of(reads, r -> r.actor().source())));
            statement.setArray(column++, connection.createArrayOf("text", of(reads, Read::what)));
            statement.setArray(column++, connection.createArrayOf("bigint", of(reads, Read::organisationId)));
            statement.setArray(column, connection.createArrayOf("text", of(reads, Read::purpose)));
            return statement;
        });
    }

    private static @Nullable Object[] of(List<Read> reads, Function<Read, @Nullable Object> part) {
        @Nullable Object[] column = new Object[reads.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = part.apply(reads.get(i));
        }
        return column;
    }
}
