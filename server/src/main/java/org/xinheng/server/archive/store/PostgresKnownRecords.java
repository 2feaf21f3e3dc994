package org.xinheng.server.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.RecordVersion;

/** Records at a position: acts, endings, restorations and marks up to it, and nothing after it. */
final class PostgresKnownRecords implements KnownRecords {

    private static final int FETCHED_AT_ONCE = 2_000;

    /** The columns of {@link VersionRows}, the marks being those that stood at the position. */
    private static final String COLUMNS = VersionRows.COLUMNS.replace(MarkColumn.SQL, """
            (SELECT string_agg(concat_ws(chr(31), m.kind, m.from_day, m.reference, m.statement), chr(30)
                ORDER BY m.kind, m.position)
             FROM (SELECT DISTINCT ON (x.kind, x.reference) x.* FROM archive.mark x
                    WHERE x.organisation_id = v.organisation_id AND x.record_id = v.record_id AND x.position <= ?
                    ORDER BY x.kind, x.reference, x.position DESC) m
             WHERE m.placed)
            """);

    /** Some version of the record has its day there; the types are asked again of the one that stood. */
    private static final String DECIDED = """
            (v.organisation_id, v.record_id) IN (
                SELECT d.organisation_id, d.record_id FROM archive.version d WHERE d.decided_on BETWEEN ? AND ?) AND
            """;

    private static final String STOOD = """
             a.position <= ? AND v.type = ANY (?)
               AND NOT EXISTS (
                    SELECT FROM archive.ending e JOIN archive.act b ON b.id = e.act_id
                    WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id
                      AND e.last_version >= v.version_no AND b.position <= ?
                      AND NOT EXISTS (
                          SELECT FROM archive.restoration r
                          WHERE r.organisation_id = e.organisation_id AND r.record_id = e.record_id
                            AND r.ending_act = e.act_id AND r.position <= ?))
             ORDER BY v.organisation_id, v.record_id, v.version_no DESC
            """;

    private final JdbcTemplate jdbc;
    private final VersionRows rows;
    private final TransactionTemplate reading;

    /** @param reading rows are fetched piece by piece, which needs a transaction */
    PostgresKnownRecords(JdbcTemplate jdbc, VersionRows rows, TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reading = reading;
    }

    @Override
    public KnownRecords under(Policy rules) {
        return new PostgresKnownRecords(jdbc, rows.under(rules), reading);
    }

    @Override
    public void eachDecided(DateWindow days, List<String> types, long knownAt, Consumer<RecordVersion> reader) {
        LocalDate last = Objects.requireNonNull(days.last());
        var decided = new Narrowing(DECIDED, (statement, next) -> {
            statement.setObject(next, days.first());
            statement.setObject(next + 1, last);
            return next + 2;
        });
        // A later version may have moved the day out of the window.
        read(decided, types, knownAt, version -> {
            if (days.covers(version.decidedOn())) {
                reader.accept(version);
            }
        });
    }

    @Override
    public void eachOf(
            Collection<Long> organisations, List<String> types, long knownAt, Consumer<RecordVersion> reader) {
        Long[] ids = organisations.toArray(Long[]::new);
        var some = new Narrowing("v.organisation_id = ANY (?) AND ", (statement, next) -> {
            statement.setArray(next, statement.getConnection().createArrayOf("bigint", ids));
            return next + 1;
        });
        read(some, types, knownAt, reader);
    }

    /** Which of all records: a condition before the others, with what sets its parameters and says which comes next. */
    private record Narrowing(String condition, Setting setting) {}

    @FunctionalInterface
    private interface Setting {
        int set(PreparedStatement statement, int next) throws SQLException;
    }

    @Override
    public void stream(int part, Map<String, CanonicalFields> fields, long knownAt, Consumer<Standing> reader) {
        // In no transaction: terms are looked up meanwhile, and a connection that copies does nothing else.
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            new StandingStream(connection, rows, part, knownAt).read(fields, reader);
            return true;
        });
    }

    private void read(Narrowing which, List<String> types, long knownAt, Consumer<RecordVersion> reader) {
        String query = "SELECT DISTINCT ON (v.organisation_id, v.record_id) " + COLUMNS + " FROM archive.version"
                + " v JOIN archive.act a ON a.id = v.delivery_id WHERE " + which.condition() + STOOD;
        Integer[] numbers = types.stream().map(rows::numberOf).toArray(Integer[]::new);
        reading.executeWithoutResult(_ ->
                jdbc.query(connection -> statement(connection, query, which, numbers, knownAt), row -> {
                    reader.accept(rows.mapRow(row, 0));
                }));
    }

    private static PreparedStatement statement(
            Connection connection, String query, Narrowing which, Integer[] types, long position) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCHED_AT_ONCE);
        int next = 1;
        statement.setLong(next++, position);
        next = which.setting().set(statement, next);
        statement.setLong(next++, position);
        statement.setArray(next++, connection.createArrayOf("int", types));
        statement.setLong(next++, position);
        statement.setLong(next, position);
        return statement;
    }
}
