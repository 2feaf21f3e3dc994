package org.xinheng.server.archive.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.RecordDisputed;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.RecordsActivated;
import org.xinheng.server.archive.store.RecordAddresses.Place;

/** Marks on PostgreSQL: rows that carry the position of their act. */
final class PostgresMarks implements RecordMarks {

    private final JdbcClient sql;
    private final Endings endings;
    private final Stores stores;
    private final GateReview review;
    private final TransactionTemplate writing;
    private final ApplicationEventPublisher events;

    PostgresMarks(
            JdbcClient sql,
            Endings endings,
            Stores stores,
            GateReview review,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.endings = endings;
        this.stores = stores;
        this.review = review;
        this.writing = new TransactionTemplate(transactions);
        this.events = events;
    }

    @Override
    public Result change(String address, List<Change> changes, String actor) {
        return Objects.requireNonNull(writing.execute(_ -> {
            stores.acts().lock();
            var place = stores.addresses().place(address);
            var record = place.flatMap(endings::latest);
            boolean places = changes.stream().anyMatch(Change::placed);
            if (place.isEmpty()
                    || record.isEmpty()
                    || (places && ended(place.get(), record.get()).isPresent())) {
                return new Result.NoSuchRecord();
            }
            var position = act(record.get(), Act.Kind.MARK, actor);
            changes.forEach(change -> add(place.get(), change, position));
            return new Result.Done(position);
        }));
    }

    private Optional<EndingRow> ended(Place place, RecordVersion record) {
        return sql.sql("""
                        SELECT act_id, kind FROM archive.standing_ending
                        WHERE organisation_id = :organisation AND record_id = :record AND last_version >= :version
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("version", record.version())
                .query((row, _) -> new EndingRow(row.getLong(1), row.getInt(2)))
                .optional();
    }

    private record EndingRow(long act, int kind) {}

    private Position act(RecordVersion record, Act.Kind kind, String actor) {
        var acts = stores.acts();
        var act = new Act(acts.nextId(), kind, endings.numberOf(record.type()), record.sourceCode(), actor);
        var position = acts.activate(act);
        events.publishEvent(new RecordDisputed(position.value(), record.address(), kind == Act.Kind.RESTORATION));
        events.publishEvent(new RecordsActivated(position.value(), act.id()));
        return position;
    }

    private void add(Place place, Change change, Position position) {
        sql.sql("""
                        INSERT INTO archive.mark (organisation_id, record_id, kind, reference, position, placed, from_day,
                            statement)
                        VALUES (:organisation, :record, :kind, :reference, :position, :placed, :from, :statement)
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("kind", change.mark().kind().ordinal())
                .param("reference", change.mark().reference())
                .param("position", position.value())
                .param("placed", change.placed())
                .param("from", change.mark().from())
                .param("statement", change.mark().statement())
                .update();
    }

    @Override
    public Result restore(String address, String documentNumber, String statement, String actor) {
        return Objects.requireNonNull(writing.execute(_ -> {
            stores.acts().lock();
            var place = stores.addresses().place(address);
            var record = place.flatMap(endings::latest);
            if (place.isEmpty() || record.isEmpty()) {
                return new Result.NoSuchRecord();
            }
            var ended = ended(place.get(), record.get());
            if (ended.isEmpty() || ended.get().kind() != Ending.REPAIRED.ordinal()) {
                return new Result.NotRepaired();
            }
            var position = act(record.get(), Act.Kind.RESTORATION, actor);
            sql.sql("""
                            INSERT INTO archive.restoration (organisation_id, record_id, ending_act, position,
                                document_number, statement)
                            VALUES (:organisation, :record, :act, :position, :document, :statement)
                            """)
                    .param("organisation", place.get().organisationId())
                    .param("record", place.get().recordId())
                    .param("act", ended.get().act())
                    .param("position", position.value())
                    .param("document", documentNumber)
                    .param("statement", statement)
                    .update();
            // Rules may have changed while it was away.
            review.record(place.get().organisationId(), place.get().recordId());
            return new Result.Done(position);
        }));
    }

    @Override
    public List<RecordMark> standing(String address) {
        return stores.addresses()
                .place(address)
                .map(place -> MarkColumn.read(sql.sql(
                                "SELECT " + MarkColumn.SQL
                                        + " FROM (VALUES (:organisation::bigint, :record::bigint)) v (organisation_id, record_id)")
                        .param("organisation", place.organisationId())
                        .param("record", place.recordId())
                        .query((row, _) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .orElse(null)))
                .orElse(List.of());
    }
}
