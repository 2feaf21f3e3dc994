package org.xinheng.server.evaluation.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.evaluation.ModelComparison.Report;
import tools.jackson.databind.json.JsonMapper;

/** Trials of changed models; only ever appended to. */
final class TrialStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String TRIAL = """
            SELECT t.id, t.pack, t.version, t.replaces, t.model, t.day, t.total, t.started_at, r.report
              FROM evaluation.trial t LEFT JOIN evaluation.trial_report r ON r.trial_id = t.id
            """;

    private final JdbcClient sql;

    TrialStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Subject(String pack, String version, String replaces, String model, LocalDate day, long total) {}

    record Kept(
            long id,
            Subject subject,
            Instant startedAt,
            @Nullable Report report) {}

    Kept open(Subject subject, String actor, Instant at) {
        long id = sql.sql("""
                        INSERT INTO evaluation.trial (pack, version, replaces, model, day, total, actor, started_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        subject.pack(),
                        subject.version(),
                        subject.replaces(),
                        subject.model(),
                        subject.day(),
                        subject.total(),
                        actor,
                        at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Kept(id, subject, at, null);
    }

    void close(long trial, Report report, Instant at) {
        sql.sql("INSERT INTO evaluation.trial_report (trial_id, report, finished_at) VALUES (?, ?, ?)")
                .params(trial, JSON.writeValueAsString(report), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> find(long id) {
        return sql.sql(TRIAL + "WHERE t.id = :id")
                .param("id", id)
                .query((row, _) -> kept(row))
                .optional();
    }

    List<Kept> list(int limit) {
        return sql.sql(TRIAL + "ORDER BY t.id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String report = row.getString(9);
        return new Kept(
                row.getLong(1),
                new Subject(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getLong(7)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                report == null ? null : JSON.readValue(report, Report.class));
    }
}
