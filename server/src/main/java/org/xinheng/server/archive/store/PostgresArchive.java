package org.xinheng.server.archive.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.RecordWithdrawn;
import org.xinheng.server.archive.RecordsActivated;

/** The archive on PostgreSQL. */
final class PostgresArchive implements Archive {

    private static final int FETCHED_AT_ONCE = 2_000;
    private static final Ending[] ENDINGS = Ending.values();

    private final JdbcClient sql;
    private final JdbcTemplate streaming;
    private final VersionRows rows;
    private final Stores stores;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    PostgresArchive(
            JdbcTemplate jdbc,
            VersionRows rows,
            Stores stores,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.sql = JdbcClient.create(jdbc);
        this.streaming = jdbc;
        this.rows = rows;
        this.stores = stores;
        this.events = events;
        writing = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public Position position() {
        return stores.acts().last();
    }

    @Override
    public Position eachCurrent(List<String> types, Consumer<RecordVersion> reader) {
        var numbers = types.stream().map(rows::numberOf).toArray(Integer[]::new);
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> {
            var position = position();
            for (int partition = 0; partition < RecordLoading.PARTITIONS; partition++) {
                eachCurrent(partition, numbers, reader);
            }
            return position;
        }));
    }

    private void eachCurrent(int partition, Integer[] types, Consumer<RecordVersion> reader) {
        var query = "SELECT DISTINCT ON (v.organisation_id, v.record_id) " + VersionRows.COLUMNS + " FROM archive."
                + Partitions.table(partition)
                + """
                 v JOIN archive.act a ON a.id = v.delivery_id
                WHERE v.type = ANY (?)
                AND NOT EXISTS (
                    SELECT FROM archive.ending e
                    WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id)
                ORDER BY v.organisation_id, v.record_id, v.version_no DESC
                """;
        streaming.query(
                connection -> {
                    var statement = connection.prepareStatement(query);
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    statement.setArray(1, connection.createArrayOf("int", types));
                    return statement;
                },
                row -> {
                    reader.accept(rows.mapRow(row, 0));
                });
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
                                    """).param("acts", acts).query(Long.class).list();
            return new Changes(upTo, organisations);
        }));
    }

    @Override
    public List<RecordVersion> currentOf(long organisationId) {
        return sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM
                        + "WHERE v.organisation_id = :organisation AND" + VersionRows.CURRENT
                        + " ORDER BY v.decided_on DESC, v.record_id")
                .param("organisation", organisationId)
                .query(rows)
                .list();
    }

    @Override
    public @Nullable RecordVersion find(String address) {
        return stores.addresses().place(address).flatMap(this::current).orElse(null);
    }

    private Optional<RecordVersion> current(RecordAddresses.Place place) {
        return sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM
                        + "WHERE v.organisation_id = :organisation AND v.record_id = :record"
                        + " ORDER BY v.version_no DESC LIMIT 1")
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .query(rows)
                .optional();
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
                    : Optional.of(
                            new RecordHistory(versions, ended(place, knownAt).orElse(null)));
        });
    }

    private Optional<Ended> ended(RecordAddresses.Place place, Position knownAt) {
        return sql.sql("""
                        SELECT a.position, a.activated_at, e.kind, e.document_number, e.statement
                        FROM archive.ending e JOIN archive.act a ON a.id = e.act_id
                        WHERE e.organisation_id = :organisation AND e.record_id = :record AND a.position <= :position
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("position", knownAt.value())
                .query((row, _) ->
                        new Ended(ENDINGS[row.getInt(3)], row.getString(4), row.getString(5), Acts.position(row)))
                .optional();
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
        var place = stores.addresses().place(address);
        var record = place.flatMap(this::current);
        if (place.isEmpty() || record.isEmpty()) {
            return new EndResult.NoSuchRecord();
        }
        try {
            return java.util.Objects.requireNonNull(
                    writing.execute(_ -> end(place.get(), record.get(), ending, documentNumber, statement, actor)));
        } catch (DuplicateKeyException e) {
            return new EndResult.AlreadyEnded(endingOf(place.get()));
        }
    }

    private EndResult end(
            RecordAddresses.Place place,
            RecordVersion record,
            Ending ending,
            String documentNumber,
            String statement,
            String actor) {
        var id = stores.acts().nextId();
        sql.sql("""
                        INSERT INTO archive.ending (organisation_id, record_id, act_id, kind, document_number, statement)
                        VALUES (:organisation, :record, :act, :kind, :document, :statement)
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("act", id)
                .param("kind", ending.ordinal())
                .param("document", documentNumber)
                .param("statement", statement)
                .update();
        var position = stores.acts()
                .activate(new Act(id, kindOf(ending), rows.numberOf(record.type()), record.sourceCode(), actor));
        events.publishEvent(new RecordWithdrawn(position.value(), record.address(), ending));
        events.publishEvent(new RecordsActivated(position.value(), id));
        return new EndResult.Ended(position);
    }

    private static Act.Kind kindOf(Ending ending) {
        return switch (ending) {
            case WITHDRAWN -> Act.Kind.WITHDRAWAL;
            case REPAIRED -> Act.Kind.REPAIR;
            case UNLINKED -> Act.Kind.UNLINK;
        };
    }

    private Ending endingOf(RecordAddresses.Place place) {
        return sql.sql("SELECT kind FROM archive.ending WHERE organisation_id = :organisation AND record_id = :record")
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .query((row, _) -> ENDINGS[row.getInt(1)])
                .single();
    }

    @Override
    public @Nullable Instant lastHeard(String sourceCode, String type) {
        return stores.acts().lastHeard(sourceCode, rows.numberOf(type)).orElse(null);
    }

    @Override
    public @Nullable Instant lastHeard(String type) {
        return stores.acts().lastHeard(rows.numberOf(type)).orElse(null);
    }
}
