package org.xinheng.server.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality;
import org.xinheng.server.organisation.CodeResolution;
import org.xinheng.server.policy.SourceScope;

/** The queue of wrong and duplicate codes in the database: entries and resolutions, both only appended. */
@Component
final class SqlCodeQuality implements CodeQuality {

    private static final String SELECT = """
            SELECT q.id, q.fault, q.reason, q.raw_code, q.code, q.name, p.source, p.recorded_at, q.row_number,
                   r.outcome, r.reason AS why, r.actor, s.recorded_at AS settled_at,
                   (SELECT n.name FROM organisation.organisation o
                      JOIN organisation.name n ON n.organisation_id = o.id AND n.until IS NULL
                     WHERE o.code = q.code LIMIT 1) AS known
              FROM organisation.code_quality q
              JOIN organisation.position p ON p.number = q.position
              LEFT JOIN organisation.code_quality_resolution r ON r.entry_id = q.id
              LEFT JOIN organisation.position s ON s.number = r.position
             WHERE\s""";
    private static final String MINE = "(:all OR p.source = ANY (:sources::text[]))";

    private final JdbcClient sql;
    private final Positions positions;
    private final Subjects subjects;
    private final TransactionTemplate transaction;

    SqlCodeQuality(JdbcClient sql, Positions positions, Subjects subjects, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.positions = positions;
        this.subjects = subjects;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Page list(boolean open, @Nullable CodeFault fault, SourceScope scope, @Nullable Long after, int size) {
        Map<String, Object> parameters = mine(scope);
        var conditions =
                new StringBuilder(MINE).append(open ? " AND r.entry_id IS NULL" : " AND r.entry_id IS NOT NULL");
        if (fault != null) {
            conditions.append(" AND q.fault = :fault");
            parameters.put("fault", fault.name());
        }
        if (after != null) {
            conditions.append(" AND q.id < :after");
            parameters.put("after", after);
        }
        parameters.put("size", size + 1);
        List<Entry> found = sql.sql(SELECT + conditions + " ORDER BY q.id DESC LIMIT :size")
                .params(parameters)
                .query((row, _) -> entry(row))
                .list();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).id());
    }

    @Override
    public Map<CodeFault, Long> open(SourceScope scope) {
        Map<CodeFault, Long> counts = new EnumMap<>(CodeFault.class);
        sql.sql("""
                        SELECT q.fault, count(*) FROM organisation.code_quality q
                          JOIN organisation.position p ON p.number = q.position
                         WHERE NOT EXISTS (SELECT FROM organisation.code_quality_resolution r WHERE r.entry_id = q.id)
                           AND (:all OR p.source = ANY (:sources::text[]))
                         GROUP BY q.fault
                        """).params(mine(scope)).query(row -> {
            counts.put(CodeFault.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private static Map<String, Object> mine(SourceScope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("all", scope.all());
        parameters.put("sources", scope.codes().toArray(String[]::new));
        return parameters;
    }

    @Override
    public Optional<Entry> find(long id) {
        return sql.sql(SELECT + "q.id = :id")
                .param("id", id)
                .query((row, _) -> entry(row))
                .optional();
    }

    @Override
    public Settling settle(long id, CodeResolution outcome, String reason, String actor) {
        Optional<Entry> found = find(id);
        if (found.isEmpty()) {
            return Settling.NO_SUCH_ENTRY;
        }
        Entry entry = found.get();
        if (entry.settled() != null) {
            return Settling.SETTLED_ALREADY;
        }
        if (!CodeResolution.of(entry.fault()).contains(outcome)) {
            return Settling.NOT_POSSIBLE;
        }
        if (outcome == CodeResolution.CONFIRMED && entry.fault() == CodeFault.CHECKSUM_MISMATCH) {
            // Opened in a transaction of its own, before: a subject without a row is harmless, a question without
            // answer too.
            var _ = subjects.openStubs(Map.of(entry.code(), entry.name()), null);
        }
        try {
            transaction.executeWithoutResult(_ -> note(id, outcome, reason, actor));
            return Settling.DONE;
        } catch (DuplicateKeyException e) {
            return Settling.SETTLED_ALREADY;
        }
    }

    private void note(long id, CodeResolution outcome, String reason, String actor) {
        int _ = sql.sql("""
                        INSERT INTO organisation.code_quality_resolution (entry_id, outcome, reason, actor, position)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(id, outcome.name(), reason, actor, positions.take(null, null))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Timestamp settledAt = row.getTimestamp("settled_at");
        return new Entry(
                row.getLong("id"),
                CodeFault.valueOf(row.getString("fault")),
                row.getString("reason"),
                row.getString("raw_code"),
                row.getString("code"),
                row.getString("name"),
                row.getString("known"),
                row.getString("source"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getLong("row_number"),
                outcome == null || settledAt == null
                        ? null
                        : new Settled(
                                CodeResolution.valueOf(outcome),
                                row.getString("why"),
                                row.getString("actor"),
                                settledAt.toInstant()));
    }
}
