package org.xinheng.server.listing.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the warnings about proceedings; a step is what ends them. */
public final class WarningStore {

    private final JdbcClient sql;

    public WarningStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param until last day of the listing that was decided; null before a decision, and for one without end */
    public record Raised(
            long proceeding,
            int step,
            String kind,
            @Nullable LocalDate until) {}

    /**
     * Numbers of proceedings in which something may be owed on a day, in their order: those that wait for an act, listings
     * whose last day comes soon, and those that rest on a record. "until" and "record" are the names under which core.listing.Act is kept.
     *
     * @param horizon the last day that is soon; null for none
     * @param after number after which the page begins
     */
    public List<Long> waiting(LocalDate day, @Nullable LocalDate horizon, long after, int limit) {
        return sql.sql("""
                        SELECT s.proceeding_id FROM listing.step s
                        WHERE s.proceeding_id > :after
                          AND NOT EXISTS (SELECT FROM listing.step later
                            WHERE later.proceeding_id = s.proceeding_id AND later.no > s.no)
                          AND (s.kind IN ('NOTIFY', 'ANSWER', 'CALL_HEARING', 'HEAR', 'ASK_REMOVAL')
                            OR s.kind = 'DECIDE' AND s.positive
                            OR s.kind IN ('SERVE', 'DECIDE_REMOVAL') AND EXISTS (
                              SELECT FROM listing.step decided
                              WHERE decided.proceeding_id = s.proceeding_id AND decided.kind = 'DECIDE'
                                AND (decided.content::jsonb ->> 'until')::date BETWEEN :day AND :horizon)
                            OR s.kind IN ('SERVE', 'DECIDE_REMOVAL') AND EXISTS (
                              SELECT FROM listing.step proposed
                              WHERE proposed.proceeding_id = s.proceeding_id AND proposed.kind = 'PROPOSE'
                                AND proposed.content::jsonb ->> 'record' IS NOT NULL))
                        ORDER BY s.proceeding_id LIMIT :limit
                        """)
                .param("day", day)
                .param("horizon", horizon, java.sql.Types.DATE)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Kinds of what was raised at a step. */
    public Set<String> raised(long proceeding, int step) {
        return sql.sql("SELECT kind FROM listing.warning WHERE proceeding_id = :proceeding AND step_no = :step")
                .param("proceeding", proceeding)
                .param("step", step)
                .query(String.class)
                .set();
    }

    /** @return false when it was raised before */
    public boolean raise(Raised warning, Instant at) {
        return sql.sql("""
                        INSERT INTO listing.warning (proceeding_id, step_no, kind, until, raised_at)
                        VALUES (:proceeding, :step, :kind, :until, :at) ON CONFLICT DO NOTHING
                        """)
                        .param("proceeding", warning.proceeding())
                        .param("step", warning.step())
                        .param("kind", warning.kind())
                        .param("until", warning.until(), java.sql.Types.DATE)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Those that no later step ended and whose listing is not over on a day, the oldest first.
     *
     * @param authority id of the conducting body; null for all
     */
    public List<Raised> standing(@Nullable String authority, LocalDate day, int limit) {
        return sql.sql("""
                        SELECT w.proceeding_id, w.step_no, w.kind, w.until FROM listing.warning w
                        JOIN listing.proceeding p ON p.id = w.proceeding_id
                        WHERE (CAST(:authority AS text) IS NULL OR p.authority = :authority)
                          AND (w.until IS NULL OR w.until >= :day)
                          AND NOT EXISTS (SELECT FROM listing.step later
                            WHERE later.proceeding_id = w.proceeding_id AND later.no > w.step_no)
                        ORDER BY w.raised_at, w.proceeding_id, w.kind LIMIT :limit
                        """)
                .param("authority", authority, java.sql.Types.VARCHAR)
                .param("day", day)
                .param("limit", limit)
                .query((row, _) ->
                        new Raised(row.getLong(1), row.getInt(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list();
    }
}
