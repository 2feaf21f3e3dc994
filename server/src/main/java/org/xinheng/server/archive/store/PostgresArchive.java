package org.xinheng.server.archive.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordVersion;

/** The archive on PostgreSQL. */
final class PostgresArchive implements Archive {

    private static final int FETCHED_AT_ONCE = 2_000;

    private final JdbcClient sql;
    private final JdbcTemplate streaming;
    private final VersionRows rows;
    private final Stores stores;
    private final Endings endings;
    private final PostgresHoldings holdings;
    private final TransactionTemplate snapshot;

    PostgresArchive(
            JdbcTemplate jdbc,
            VersionRows rows,
            Stores stores,
            Records records,
            PlatformTransactionManager transactions) {
        this.sql = JdbcClient.create(jdbc);
        this.streaming = jdbc;
        this.rows = rows;
        this.stores = stores;
        endings = records.endings();
        holdings = records.holdings();
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Single records: what stands and what ended. */
    record Records(Endings endings, PostgresHoldings holdings) {}

    @Override
    public Position position() {
        return stores.acts().last();
    }

    @Override
    public Position eachCurrent(List<String> types, Consumer<RecordVersion> reader) {
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> {
            var position = position();
            for (int partition = 0; partition < RecordLoading.PARTITIONS; partition++) {
                eachCurrent("archive." + Partitions.table(partition), "", new Object[] {}, types, reader);
            }
            return position;
        }));
    }

    @Override
    public void eachCurrentOf(Collection<Long> organisations, List<String> types, Consumer<RecordVersion> reader) {
        eachCurrent("archive.version", "v.organisation_id = ANY (?) AND ", organisations.toArray(), types, reader);
    }

    private void eachCurrent(
            String table,
            String condition,
            Object[] organisations,
            List<String> types,
            Consumer<RecordVersion> reader) {
        var numbers = types.stream().map(rows::numberOf).toArray(Integer[]::new);
        var query = "SELECT DISTINCT ON (v.organisation_id, v.record_id) " + VersionRows.COLUMNS + " FROM " + table
                + " v JOIN archive.act a ON a.id = v.delivery_id WHERE " + condition
                + """
                v.type = ANY (?)
                AND NOT EXISTS (
                    SELECT FROM archive.standing_ending e
                    WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id
                      AND e.last_version >= v.version_no)
                ORDER BY v.organisation_id, v.record_id, v.version_no DESC
                """;
        streaming.query(
                connection -> {
                    var statement = connection.prepareStatement(query);
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    int next = 1;
                    if (!condition.isEmpty()) {
                        statement.setArray(next++, connection.createArrayOf("bigint", organisations));
                    }
                    statement.setArray(next, connection.createArrayOf("int", numbers));
                    return statement;
                },
                row -> {
                    reader.accept(rows.mapRow(row, 0));
                });
    }

    @Override
    public List<Long> decided(String type, LocalDate from, LocalDate to) {
        return sql.sql("""
                        SELECT DISTINCT v.organisation_id FROM archive.version v JOIN archive.act a ON a.id = v.delivery_id
                         WHERE v.type = ? AND v.decided_on BETWEEN ? AND ?
                        """)
                .params(rows.numberOf(type), from, to)
                .query(Long.class)
                .list();
    }

    @Override
    public Changes changedSince(Position position) {
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> {
            var upTo = position();
            var acts = sql.sql("SELECT id FROM archive.act WHERE position > :position")
                    .param("position", position.value())
                    .query(Long.class)
                    .list()
                    .toArray(Long[]::new);
            var organisations = acts.length == 0
                    ? List.<Long>of()
                    : sql.sql("""
                                    SELECT organisation_id FROM archive.version WHERE delivery_id = ANY (:acts)
                                    UNION SELECT organisation_id FROM archive.ending WHERE act_id = ANY (:acts)
                                    UNION SELECT organisation_id FROM archive.mark
                                        WHERE position > :before AND position <= :upTo
                                    UNION SELECT organisation_id FROM archive.restoration
                                        WHERE position > :before AND position <= :upTo
                                    """)
                            .param("acts", acts)
                            .param("before", position.value())
                            .param("upTo", upTo.value())
                            .query(Long.class)
                            .list();
            return new Changes(upTo, organisations);
        }));
    }

    @Override
    public List<RecordVersion> currentOf(long organisationId) {
        return holdings.currentOf(organisationId);
    }

    @Override
    public @Nullable RecordVersion find(String address) {
        return stores.addresses().place(address).flatMap(holdings::find).orElse(null);
    }

    @Override
    public Optional<RecordHistory> history(String address, Position knownAt) {
        return stores.addresses().place(address).flatMap(place -> {
            var versions = sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM
                            + "WHERE v.organisation_id = :organisation AND v.record_id = :record"
                            + " AND a.position <= :position ORDER BY v.version_no")
                    .param("organisation", place.organisationId())
                    .param("record", place.recordId())
                    .param("position", knownAt.value())
                    .query(rows)
                    .list();
            return versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecordHistory(
                            versions,
                            endings.find(place, versions.getLast().version(), knownAt)
                                    .orElse(null),
                            MarkColumn.at(sql, place, knownAt)));
        });
    }

    @Override
    public Position positionAt(Instant instant) {
        return sql.sql("""
                        SELECT position, activated_at FROM archive.act WHERE activated_at <= :instant
                        ORDER BY position DESC LIMIT 1
                        """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Acts.position(row))
                .optional()
                .orElse(Acts.START);
    }

    @Override
    public Position positionAt(long value) {
        return sql.sql("""
                        SELECT position, activated_at FROM archive.act WHERE position <= :value
                        ORDER BY position DESC LIMIT 1
                        """)
                .param("value", value)
                .query((row, _) -> Acts.position(row))
                .optional()
                .orElse(Acts.START);
    }

    @Override
    public EndResult end(String address, Ending ending, String documentNumber, String statement, String actor) {
        return end(address, new Endings.Cause(ending, null, documentNumber, null, statement), actor);
    }

    @Override
    public EndResult withdraw(String address, Withdrawal why, String actor) {
        var cause = new Endings.Cause(
                Ending.WITHDRAWN, why.ground(), why.documentNumber(), why.documentDate(), why.statement());
        return end(address, cause, actor);
    }

    private EndResult end(String address, Endings.Cause cause, String actor) {
        return stores.addresses()
                .place(address)
                .map(place -> endings.end(place, cause, actor))
                .orElseGet(EndResult.NoSuchRecord::new);
    }
}
