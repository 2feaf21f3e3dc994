package org.xinheng.server.measure.applied;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;

/** The inbox of executing bodies: which of their measures is off, suspended or on again, and who took note. */
public final class MeasureNotices {

    private static final String NOTICES = """
            SELECT a.id, a.measure, a.effect, a.matter, a.organisation_id, a.subject_kind, a.authority, a.decision_number,
                a.ground_address, a.ground_organisation, a.ground_record, a.ground_version, a.ground_number, a.applied_on,
                a.until, a.receipt_id, a.rule_version, a.actor, a.actor_kind, a.applied_at,
                c.state, c.reason, c.facts, c.id, c.on_day, c.changed_at, s.actor
            FROM measure.application_change c
            JOIN measure.application a ON a.id = c.application_id
            LEFT JOIN measure.change_seen s ON s.change_id = c.id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public MeasureNotices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param authority id of the body; null for all
     * @param unseenOnly those of which nobody of the body took note
     * @param before id before which the page begins
     */
    public List<MeasureNotice> list(@Nullable String authority, boolean unseenOnly, long before, int limit) {
        return sql.sql(NOTICES + """
                        WHERE c.id < :before AND (CAST(:authority AS text) IS NULL OR a.authority = :authority)
                          AND (NOT :unseen OR s.change_id IS NULL)
                        ORDER BY c.id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("authority", authority, java.sql.Types.VARCHAR)
                .param("unseen", unseenOnly)
                .param("limit", limit)
                .query(MeasureNotices::read)
                .list();
    }

    /** What befell one measure, newest first. */
    public List<MeasureNotice> of(AppliedMeasure measure) {
        return sql.sql(NOTICES + "WHERE c.application_id = :id ORDER BY c.no DESC")
                .param("id", measure.id())
                .query(MeasureNotices::read)
                .list();
    }

    private static MeasureNotice read(ResultSet row, int number) throws SQLException {
        return new MeasureNotice(
                row.getLong(24),
                AppliedStore.read(row, number),
                AppliedStore.state(row, 21),
                row.getObject(25, LocalDate.class),
                row.getObject(26, OffsetDateTime.class).toInstant(),
                row.getString(27));
    }

    /**
     * Takes down that the body took note; the first one counts.
     *
     * @param authority id of the actor's body
     * @return false when there is no such notice for the body
     */
    public boolean see(long id, String authority, Actor actor) {
        boolean known = sql.sql("""
                        SELECT EXISTS (
                            SELECT FROM measure.application_change c JOIN measure.application a ON a.id = c.application_id
                            WHERE c.id = :id AND a.authority = :authority)
                        """)
                .param("id", id)
                .param("authority", authority)
                .query(Boolean.class)
                .single();
        if (known) {
            sql.sql("""
                            INSERT INTO measure.change_seen (change_id, actor, seen_at) VALUES (:id, :actor, :at)
                            ON CONFLICT (change_id) DO NOTHING
                            """)
                    .param("id", id)
                    .param("actor", actor.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return known;
    }
}
