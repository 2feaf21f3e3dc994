package org.xinheng.server.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
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
    public void each(int part, List<String> types, long knownAt, Consumer<RecordVersion> reader) {
        read("archive." + Partitions.table(part), null, types, knownAt, reader);
    }

    @Override
    public void eachOf(
            Collection<Long> organisations, List<String> types, long knownAt, Consumer<RecordVersion> reader) {
        read("archive.version", organisations.toArray(Long[]::new), types, knownAt, reader);
    }

    @Override
    public void stream(int part, Map<String, CanonicalFields> fields, long knownAt, Consumer<Standing> reader) {
        // In no transaction: terms are looked up meanwhile, and a connection that copies does nothing else.
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            new StandingStream(connection, rows, part, knownAt).read(fields, reader);
            return true;
        });
    }

    private void read(
            String table,
            Long @Nullable [] organisations,
            List<String> types,
            long knownAt,
            Consumer<RecordVersion> reader) {
        String query = "SELECT DISTINCT ON (v.organisation_id, v.record_id) " + COLUMNS + " FROM " + table
                + " v JOIN archive.act a ON a.id = v.delivery_id WHERE "
                + (organisations == null ? "" : "v.organisation_id = ANY (?) AND ") + STOOD;
        Integer[] numbers = types.stream().map(rows::numberOf).toArray(Integer[]::new);
        reading.executeWithoutResult(_ ->
                jdbc.query(connection -> statement(connection, query, organisations, numbers, knownAt), row -> {
                    reader.accept(rows.mapRow(row, 0));
                }));
    }

    private static PreparedStatement statement(
            Connection connection, String query, Long @Nullable [] organisations, Integer[] types, long position)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCHED_AT_ONCE);
        int next = 1;
        statement.setLong(next++, position);
        if (organisations != null) {
            statement.setArray(next++, connection.createArrayOf("bigint", organisations));
        }
        statement.setLong(next++, position);
        statement.setArray(next++, connection.createArrayOf("int", types));
        statement.setLong(next++, position);
        statement.setLong(next, position);
        return statement;
    }
}
