package org.xinheng.server.breach.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.breach.BreachNotices.Cause;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.Reason;
import org.xinheng.server.breach.BreachNotices.Sought;
import org.xinheng.server.breach.BreachNotices.Withdrawal;

/** Notices of breaches and how far the archive was followed; the caller holds the transaction. */
final class BreachStore {

    private static final String NOTICES = """
            SELECT n.id, n.year, n.number, n.record, n.organisation_id, n.record_type, n.document_number,
                   n.decided_on, n.superior, n.rule_version, n.written_on, n.due_on,
                   a.acknowledged_on, w.reason, w.withdrawn_on
              FROM breach.notice n
              LEFT JOIN breach.acknowledgement a ON a.notice_id = n.id
              LEFT JOIN breach.withdrawal w ON w.notice_id = n.id
            """;

    private final JdbcClient sql;

    BreachStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How far the archive was followed.
     *
     * @param position null until the first look
     * @param ruleVersion by which it was judged then
     */
    record Progress(@Nullable Long position, @Nullable String ruleVersion) {}

    /** Nobody else writes, withdraws or acknowledges until the transaction ends. */
    Progress lock() {
        return sql.sql("SELECT position, rule_version FROM breach.progress FOR UPDATE")
                .query((row, _) -> new Progress(row.getObject(1, Long.class), row.getString(2)))
                .list()
                .getFirst();
    }

    void move(long position, String ruleVersion) {
        sql.sql("UPDATE breach.progress SET position = ?, rule_version = ?")
                .params(position, ruleVersion)
                .update();
    }

    /** Organisations of which a notice stands. */
    List<Long> concerned() {
        return sql.sql("""
                        SELECT DISTINCT n.organisation_id FROM breach.notice n
                         WHERE NOT EXISTS (SELECT FROM breach.withdrawal w WHERE w.notice_id = n.id)
                        """).query(Long.class).list();
    }

    /** A notice that stands, and before whom it came. */
    record Open(long notice, String superior) {}

    /** Notices that stand, of these organisations or of these records, by the address of their record. */
    Map<String, Open> open(Collection<Long> organisations, Collection<String> records) {
        Map<String, Open> open = new HashMap<>();
        sql.sql("""
                        SELECT n.record, n.id, n.superior FROM breach.notice n
                         WHERE (n.organisation_id = ANY (:organisations) OR n.record = ANY (:records))
                           AND NOT EXISTS (SELECT FROM breach.withdrawal w WHERE w.notice_id = n.id)
                        """)
                .param("organisations", organisations.toArray(Long[]::new))
                .param("records", records.toArray(String[]::new))
                .query((row, _) -> open.put(row.getString(1), new Open(row.getLong(2), row.getString(3))))
                .list();
        return open;
    }

    /** Numbers run on under the lock; a new year begins with 1, and a clock that was set back brings no year back. */
    void write(Cause cause, String superior, String version, LocalDate day, LocalDate due, Instant at) {
        sql.sql("""
                        INSERT INTO breach.notice (year, number, record, organisation_id, record_type, document_number,
                            decided_on, superior, rule_version, written_on, due_on, written_at)
                        SELECT greatest(l.year, :year),
                               CASE WHEN l.year >= :year THEN l.number + 1 ELSE 1 END,
                               :record, :organisation, :type, :document, :decided, :superior, :version, :day, :due, :at
                          FROM (SELECT 1) one
                          LEFT JOIN (SELECT year, number FROM breach.notice ORDER BY year DESC, number DESC LIMIT 1) l
                            ON true
                        """)
                .param("year", day.getYear())
                .param("record", cause.record())
                .param("organisation", cause.organisation())
                .param("type", cause.type())
                .param("document", cause.documentNumber())
                .param("decided", cause.decidedOn())
                .param("superior", superior)
                .param("version", version)
                .param("day", day)
                .param("due", due)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(long notice, Reason reason, LocalDate day, Instant at) {
        sql.sql("INSERT INTO breach.withdrawal (notice_id, reason, withdrawn_on, withdrawn_at) VALUES (?, ?, ?, ?)")
                .params(notice, reason.name(), day, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void acknowledge(long id, String actor, LocalDate day, Instant at) {
        sql.sql("""
                        INSERT INTO breach.acknowledgement (notice_id, actor, acknowledged_on, acknowledged_at)
                        VALUES (?, ?, ?, ?)
                        """).params(id, actor, day, at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Notice> find(long id, String superior) {
        return sql.sql(NOTICES + " WHERE n.id = :id AND n.superior = :superior")
                .param("id", id)
                .param("superior", superior)
                .query((row, _) -> notice(row))
                .optional();
    }

    /**
     * Overdue ones first, then those that wait, each the one due first; then the others, newest first.
     *
     * @param superior null for all bodies
     */
    List<Notice> of(@Nullable String superior, LocalDate today, long offset, int limit) {
        return sql.sql(NOTICES + """
                         WHERE :superior::text IS NULL OR n.superior = :superior
                         ORDER BY (a.notice_id IS NOT NULL OR w.notice_id IS NOT NULL),
                                  CASE WHEN a.notice_id IS NULL AND w.notice_id IS NULL THEN n.due_on >= :today END,
                                  CASE WHEN a.notice_id IS NULL AND w.notice_id IS NULL THEN n.due_on END,
                                  n.id DESC
                         LIMIT :limit OFFSET :offset
                        """)
                .param("superior", superior)
                .param("today", today)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    /** @param superior null for all bodies */
    long count(@Nullable String superior) {
        return sql.sql("SELECT count(*) FROM breach.notice WHERE :superior::text IS NULL OR superior = :superior")
                .param("superior", superior)
                .query(Long.class)
                .single();
    }

    /** Newest first; states as {@link Notice#state} has them. */
    List<Notice> list(Sought sought, LocalDate today, int limit) {
        return sql.sql(NOTICES + """
                         WHERE (:superior::text IS NULL OR n.superior = :superior) AND n.id < :before
                           AND (:state::text IS NULL OR :state = CASE
                                    WHEN w.notice_id IS NOT NULL THEN 'WITHDRAWN'
                                    WHEN a.notice_id IS NOT NULL THEN 'ACKNOWLEDGED'
                                    WHEN n.due_on < :today THEN 'OVERDUE'
                                    ELSE 'WAITING' END)
                         ORDER BY n.id DESC
                         LIMIT :limit
                        """)
                .param("superior", sought.body())
                .param("before", sought.before())
                .param("state", sought.state() == null ? null : sought.state().name())
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String reason = row.getString(14);
        return new Notice(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                new Cause(
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class)),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalDate.class),
                reason == null ? null : new Withdrawal(Reason.valueOf(reason), row.getObject(15, LocalDate.class)));
    }
}
