package org.xinheng.server.commitment.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the warnings about commitments; a step is what ends them. */
public final class WarningStore {

    /** Whose last step asks for an act by a day before, and about which nobody was warned; as core.commitment.Step says of its day. */
    private static final String UNWARNED = """
            FROM commitment.step s
            WHERE s.due < :day AND (s.kind IN ('SIGN', 'SUPPLY', 'REVIEW') OR s.kind = 'DECIDE' AND NOT s.positive)
              AND NOT EXISTS (SELECT FROM commitment.step later WHERE later.promise_id = s.promise_id AND later.no > s.no)
              AND NOT EXISTS (SELECT FROM commitment.warning w
                WHERE w.promise_id = s.promise_id AND w.step_no = s.no AND w.cause IS NULL)
            """;

    private final JdbcClient sql;

    public WarningStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param cause id of the commitment that was broken; null for a day that passed */
    public record Raised(
            long promise, int step, String kind, @Nullable Long cause) {}

    /** Ids of commitments with a day before the given one that passed unused and unwarned of. */
    public List<Long> unwarned(LocalDate day, int limit) {
        return sql.sql("SELECT s.promise_id " + UNWARNED + " ORDER BY s.promise_id LIMIT :limit")
                .param("day", day)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    public long countUnwarned(LocalDate day) {
        return sql.sql("SELECT count(*) " + UNWARNED)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** @return false when it was raised before */
    public boolean raise(Raised warning, Instant at) {
        return sql.sql("""
                        INSERT INTO commitment.warning (promise_id, step_no, kind, cause, raised_at)
                        VALUES (:promise, :step, :kind, :cause, :at) ON CONFLICT DO NOTHING
                        """)
                        .param("promise", warning.promise())
                        .param("step", warning.step())
                        .param("kind", warning.kind())
                        .param("cause", warning.cause(), java.sql.Types.BIGINT)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that no later step ended, the oldest first. @param authority id of the accepting body; null for all */
    public List<Raised> standing(@Nullable String authority, int limit) {
        return sql.sql("""
                        SELECT w.promise_id, w.step_no, w.kind, w.cause FROM commitment.warning w
                        JOIN commitment.promise p ON p.id = w.promise_id
                        WHERE (CAST(:authority AS text) IS NULL OR p.authority = :authority)
                          AND NOT EXISTS (SELECT FROM commitment.step later
                            WHERE later.promise_id = w.promise_id AND later.no > w.step_no)
                        ORDER BY w.raised_at, w.promise_id, w.kind LIMIT :limit
                        """)
                .param("authority", authority, java.sql.Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) ->
                        new Raised(row.getLong(1), row.getInt(2), row.getString(3), row.getObject(4, Long.class)))
                .list();
    }
}
