package org.xinheng.server.warning.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.warning.Warnings.Warning;

/** Warnings and how far their causes were followed; the caller holds the transaction. */
final class WarningStore {

    private final JdbcClient sql;

    WarningStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How far was followed; null until the first look.
     *
     * @param ruleVersion by which terms near their ends were last looked for; null until they were
     */
    record At(
            @Nullable Long position,
            @Nullable LocalDate day,
            @Nullable String ruleVersion) {}

    /** Nobody else looks until the transaction ends. */
    At lock() {
        return sql.sql("SELECT position, day, rule_version FROM warning.progress FOR UPDATE")
                .query((row, _) ->
                        new At(row.getObject(1, Long.class), row.getObject(2, LocalDate.class), row.getString(3)))
                .single();
    }

    void move(long position, LocalDate day, @Nullable String ruleVersion) {
        sql.sql("UPDATE warning.progress SET position = :position, day = :day, rule_version = :version")
                .param("position", position)
                .param("day", day)
                .param("version", ruleVersion, Types.VARCHAR)
                .update();
    }

    /** Which of these records a warning of these rules named before; a rule of which none did is not in it. */
    Map<String, Set<String>> named(Collection<String> rules, Collection<String> records) {
        Map<String, Set<String>> named = new HashMap<>();
        sql.sql("SELECT rule, record FROM warning.cause WHERE rule = ANY (:rules) AND record = ANY (:records)")
                .param("rules", rules.toArray(String[]::new))
                .param("records", records.toArray(String[]::new))
                .query((RowCallbackHandler) row -> named.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2)));
        return named;
    }

    /** What is raised, by which edition of the rules. */
    record Raised(String rule, String version, long organisation, List<String> records, List<String> bodies) {}

    void raise(Raised raised, LocalDate day, Instant at) {
        long id = sql.sql("""
                        INSERT INTO warning.warning (rule, rule_version, organisation_id, day, raised_at)
                        VALUES (?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(raised.rule(), raised.version(), raised.organisation(), day, at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        sql.sql(
                        "INSERT INTO warning.cause (rule, record, warning_id) SELECT :rule, r, :id FROM unnest(:records::text[]) r")
                .param("rule", raised.rule())
                .param("id", id)
                .param("records", raised.records().toArray(String[]::new))
                .update();
        sql.sql("INSERT INTO warning.recipient (warning_id, body) SELECT :id, b FROM unnest(:bodies::text[]) b")
                .param("id", id)
                .param("bodies", raised.bodies().toArray(String[]::new))
                .update();
    }

    long count(String body) {
        return sql.sql("SELECT count(*) FROM warning.recipient WHERE body = ?")
                .param(body)
                .query(Long.class)
                .single();
    }

    /** @param unreadFirst whether those that were read come after the others */
    List<Warning> of(String body, boolean unreadFirst, long offset, int limit) {
        return sql.sql("""
                        SELECT w.id, w.rule, w.rule_version, w.organisation_id, w.day, r.read_at,
                               array(SELECT c.record FROM warning.cause c WHERE c.warning_id = w.id ORDER BY c.record)
                          FROM warning.recipient t
                          JOIN warning.warning w ON w.id = t.warning_id
                          LEFT JOIN warning.reading r ON r.warning_id = t.warning_id AND r.body = t.body
                         WHERE t.body = :body
                         ORDER BY (:unread AND r.read_at IS NOT NULL), w.id DESC LIMIT :limit OFFSET :offset
                        """)
                .param("body", body)
                .param("unread", unreadFirst)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> warning(row))
                .list();
    }

    boolean read(long id, String body, String actor, Instant at) {
        sql.sql("""
                        INSERT INTO warning.reading (warning_id, body, actor, read_at)
                        SELECT t.warning_id, t.body, :actor, :at FROM warning.recipient t
                         WHERE t.warning_id = :id AND t.body = :body
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .param("body", body)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("SELECT EXISTS (SELECT FROM warning.recipient WHERE warning_id = ? AND body = ?)")
                .params(id, body)
                .query(Boolean.class)
                .single();
    }

    private static Warning warning(ResultSet row) throws SQLException {
        OffsetDateTime read = row.getObject(6, OffsetDateTime.class);
        return new Warning(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                List.of((String[]) row.getArray(7).getArray()),
                row.getObject(5, LocalDate.class),
                read == null ? null : read.toInstant());
    }
}
