package org.xinheng.server.casework.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.casework.Step;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.Presented;

/** Cases on PostgreSQL. */
public final class PostgresCases implements CaseStore {

    private static final String SELECT = """
            SELECT id, kind, organisation_id, record_key, record_version, authority, ground, statement, outside_number,
                   repeated, number, presented, presented_number
            FROM casework.case_file f
            """;

    private final JdbcClient sql;
    private final TransactionTemplate writing;

    public PostgresCases(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.writing = new TransactionTemplate(transactions);
    }

    @Override
    public <T> T together(String about, Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(_ -> {
            sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:about, 0))")
                    .param("about", about)
                    .query((_, _) -> true)
                    .list();
            return work.get();
        }));
    }

    @Override
    public CaseFile open(Opening opening, NumberPattern numbers, Taken first) {
        int year = first.step().day().getYear();
        Presented presented = opening.presented();
        String number = numbers.of(year, nextCount(opening.kind(), year));
        long id = sql.sql("""
                        INSERT INTO casework.case_file (kind, organisation_id, record_key, record_version, authority,
                            ground, statement, outside_number, repeated, number, presented, presented_number)
                        VALUES (:kind, :organisation, :record, :version, :authority, :ground, :statement, :outside,
                            :repeated, :number, :presented, :presentedNumber)
                        RETURNING id
                        """)
                .param("number", number)
                .param("kind", opening.kind())
                .param("organisation", opening.organisationId())
                .param("record", opening.record())
                .param("version", opening.record() == null ? null : opening.recordVersion(), Types.INTEGER)
                .param("authority", opening.authority())
                .param("ground", opening.ground())
                .param("statement", opening.statement())
                .param("outside", opening.outsideNumber())
                .param("repeated", opening.repeated())
                .param("presented", presented == null ? null : presented.kind().name())
                .param("presentedNumber", presented == null ? null : presented.number())
                .query(Long.class)
                .single();
        add(id, first);
        return new CaseFile(id, number, opening, List.of(first));
    }

    /** Without gaps: one that opens a case which comes to nothing gives its count back. */
    private long nextCount(String kind, int year) {
        return sql.sql("""
                        INSERT INTO casework.number_series AS series (kind, year, last) VALUES (:kind, :year, 1)
                        ON CONFLICT (kind, year) DO UPDATE SET last = series.last + 1
                        RETURNING last
                        """)
                .param("kind", kind)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** Whoever comes second waits for the first to commit, and then adds nothing. */
    @Override
    public boolean add(long id, Taken taken) {
        Step step = taken.step();
        return sql.sql("""
                        INSERT INTO casework.step (case_id, number, action, party, actor, on_day, taken_at, until_day,
                            reason, document_number, document_date, papers, rule_version, closed)
                        VALUES (:id, :number, :action, :party, :actor, :day, :at, :until, :reason, :document, :date,
                            :papers, :version, :closed)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", id)
                        .param("number", step.number())
                        .param("action", step.action())
                        .param("party", step.party().name())
                        .param("actor", taken.actor())
                        .param("day", step.day())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .param("until", step.until(), Types.DATE)
                        .param("reason", taken.said().reason())
                        .param("document", taken.said().documentNumber())
                        .param("date", taken.said().documentDate(), Types.DATE)
                        .param("papers", taken.papers().toArray(String[]::new))
                        .param("version", taken.ruleVersion())
                        .param("closed", taken.closed())
                        .update()
                == 1;
    }

    @Override
    public Optional<CaseFile> find(long id) {
        return files("WHERE f.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public Optional<CaseFile> findByOutsideNumber(String number) {
        return files("WHERE f.outside_number = :number", Map.of("number", number)).stream()
                .findFirst();
    }

    @Override
    public List<CaseFile> ofRecord(String record) {
        return files("WHERE f.record_key = :record ORDER BY f.id", Map.of("record", record));
    }

    @Override
    public List<CaseFile> list(Scope scope, boolean openOnly, long after, int limit) {
        var own = new StringBuilder("true");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("limit", limit);
        if (scope.authorities() != null) {
            own.append(" AND f.authority = ANY (:authorities)");
            parameters.put("authorities", scope.authorities().toArray(String[]::new));
        }
        if (scope.organisations() != null) {
            own.append(" AND f.organisation_id = ANY (:organisations)");
            parameters.put("organisations", scope.organisations().toArray(Long[]::new));
        }
        if (scope.kinds() != null) {
            own.append(" AND f.kind = ANY (:kinds)");
            parameters.put("kinds", scope.kinds().toArray(String[]::new));
        }
        var condition = new StringBuilder("WHERE f.id > :after AND (" + own);
        if (scope.window() != null) {
            condition.append(" OR EXISTS (SELECT FROM casework.step s WHERE s.case_id = f.id AND s.number = 1"
                    + " AND s.party = 'WINDOW' AND s.actor = :window)");
            parameters.put("window", scope.window());
        }
        condition.append(')');
        if (openOnly) {
            condition.append(" AND NOT (SELECT s.closed FROM casework.step s WHERE s.case_id = f.id"
                    + " ORDER BY s.number DESC LIMIT 1)");
        }
        return files(condition + " ORDER BY f.id LIMIT :limit", parameters);
    }

    private List<CaseFile> files(String condition, Map<String, Object> parameters) {
        List<CaseFile> opened = sql.sql(SELECT + condition)
                .params(parameters)
                .query((row, _) -> new CaseFile(row.getLong(1), row.getString(11), opening(row), List.of()))
                .list();
        Map<Long, List<Taken>> steps = steps(opened.stream().map(CaseFile::id).toList());
        return opened.stream()
                .map(file -> file.with(steps.getOrDefault(file.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Taken>> steps(Collection<Long> cases) {
        Map<Long, List<Taken>> steps = new LinkedHashMap<>();
        if (!cases.isEmpty()) {
            sql.sql("""
                            SELECT case_id, number, action, party, on_day, taken_at, until_day, actor, reason,
                                   document_number, document_date, papers, rule_version, closed
                            FROM casework.step WHERE case_id = ANY (:cases) ORDER BY case_id, number
                            """)
                    .param("cases", cases.toArray(Long[]::new))
                    .query((row, _) -> steps.computeIfAbsent(row.getLong(1), _ -> new java.util.ArrayList<>())
                            .add(taken(row)))
                    .list();
        }
        return steps;
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                presented(row));
    }

    private static @Nullable Presented presented(ResultSet row) throws SQLException {
        String kind = row.getString(12);
        return kind == null ? null : new Presented(Presented.Kind.valueOf(kind), row.getString(13));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        Step step = new Step(
                row.getInt(2),
                row.getString(3),
                Party.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, LocalDate.class));
        Array papers = row.getArray(12);
        return new Taken(
                step,
                row.getString(8),
                new Said(row.getString(9), row.getString(10), row.getObject(11, LocalDate.class)),
                List.of((String[]) papers.getArray()),
                row.getString(13),
                row.getBoolean(14));
    }
}
