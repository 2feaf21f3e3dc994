package org.xinheng.server.correction.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.RecordChanges.Kind;

/** Notices in the database, and how far they are written. */
public final class NoticeStore {

    private static final String COLUMNS =
            "n.ordinal, n.year, n.number, n.kind, n.opaque_id, n.organisation_id, n.record_type, n.version_no,"
                    + " n.written_at, n.due_on";

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;

    public NoticeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    /** @param expiredThrough last day whose expiries are written; null before the first time */
    record Progress(long position, @Nullable LocalDate expiredThrough) {}

    /** Nobody else writes notices until the transaction ends: numbers come without gaps and cursors miss nothing. */
    Progress lock() {
        return sql.sql("SELECT position, expired_through FROM correction.progress FOR UPDATE")
                .query((row, _) -> new Progress(row.getLong(1), row.getObject(2, LocalDate.class)))
                .single();
    }

    void advance(Progress progress) {
        sql.sql("UPDATE correction.progress SET position = :position, expired_through = :day")
                .param("position", progress.position())
                .param("day", progress.expiredThrough(), java.sql.Types.DATE)
                .update();
    }

    Optional<Notice> last() {
        return sql.sql("SELECT " + COLUMNS + " FROM correction.notice n ORDER BY n.ordinal DESC LIMIT 1")
                .query((row, _) -> read(row))
                .optional();
    }

    /** @param positions of the acts behind the notices, in the same order */
    void append(List<Notice> notices, List<Long> positions, LocalDate day) {
        jdbc.batchUpdate("""
                INSERT INTO correction.notice (ordinal, year, number, kind, opaque_id, organisation_id, record_type,
                    version_no, position, written_on, written_at, due_on, removes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, new org.springframework.jdbc.core.BatchPreparedStatementSetter() {
            @Override
            public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
                Notice notice = notices.get(i);
                statement.setLong(1, notice.ordinal());
                statement.setInt(2, notice.number().year());
                statement.setInt(3, notice.number().number());
                statement.setString(4, notice.kind().name());
                statement.setString(5, notice.opaqueId());
                statement.setLong(6, notice.organisationId());
                statement.setString(7, notice.recordType());
                statement.setInt(8, notice.version());
                statement.setLong(9, positions.get(i));
                statement.setObject(10, day);
                statement.setObject(11, notice.writtenAt().atOffset(ZoneOffset.UTC));
                statement.setObject(12, notice.dueOn());
                statement.setBoolean(13, notice.removes());
            }

            @Override
            public int getBatchSize() {
                return notices.size();
            }
        });
    }

    /** Copies of records that stand again, or may be shown again, are not asked for any more. */
    void askNoMore(List<String> opaqueIds) {
        sql.sql("""
                DELETE FROM correction.probing p USING correction.notice n
                WHERE n.ordinal = p.ordinal AND n.opaque_id = ANY (:ids::text[])
                """).param("ids", opaqueIds.toArray(String[]::new)).update();
    }

    /**
     * The latest first.
     *
     * @param before only what was written before this number, which need not exist; null for the latest of all
     */
    public List<Notice> latest(@Nullable NoticeNumber before, int limit) {
        return sql.sql("SELECT " + COLUMNS + """
                         FROM correction.notice n
                        WHERE :year::int IS NULL OR (n.year, n.number) < (:year::int, :number::int)
                        ORDER BY n.year DESC, n.number DESC LIMIT :limit
                        """)
                .param("year", before == null ? null : before.year())
                .param("number", before == null ? null : before.number())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    public List<Notice> after(long ordinal, int limit) {
        return sql.sql("SELECT " + COLUMNS + " FROM correction.notice n WHERE n.ordinal > ? ORDER BY n.ordinal LIMIT ?")
                .params(ordinal, limit)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * Notices addressed to a consumer after a cursor.
     *
     * @param open only those that it has not acknowledged
     */
    public List<Notice> of(long consumer, long after, boolean open, int limit) {
        return sql.sql("SELECT " + COLUMNS + """
                         FROM correction.duty d JOIN correction.notice n ON n.ordinal = d.ordinal
                        WHERE d.consumer_id = :consumer AND d.ordinal > :after
                          AND (NOT :open OR NOT EXISTS (
                            SELECT FROM correction.acknowledgement a
                            WHERE a.consumer_id = d.consumer_id AND a.ordinal = d.ordinal))
                        ORDER BY d.ordinal LIMIT :limit
                        """)
                .param("consumer", consumer)
                .param("after", after)
                .param("open", open)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** How many notices of a year remove and how many replace. */
    public Count count(int year) {
        return sql.sql("""
                        SELECT count(*) FILTER (WHERE removes), count(*) FILTER (WHERE NOT removes)
                        FROM correction.notice WHERE year = ?
                        """)
                .param(year)
                .query((row, _) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }

    public record Count(long removals, long replacements) {}

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1),
                new NoticeNumber(row.getInt(2), row.getInt(3)),
                Kind.valueOf(row.getString(4)),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                instant(row, 9),
                row.getObject(10, LocalDate.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
