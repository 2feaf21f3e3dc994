package org.xinheng.server.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.RecordWithdrawn;
import org.xinheng.server.archive.RecordsActivated;
import org.xinheng.server.archive.store.RecordAddresses.Place;

/** Endings of records. An ending covers the versions up to its last one; most are for good. */
final class Endings {

    static final int EVERY_VERSION = Integer.MAX_VALUE;
    private static final Ending[] ENDINGS = Ending.values();

    private final JdbcClient sql;
    private final VersionRows rows;
    private final Acts acts;
    private final TransactionTemplate writing;
    private final ApplicationEventPublisher events;

    Endings(
            JdbcClient sql,
            VersionRows rows,
            Acts acts,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.rows = rows;
        this.acts = acts;
        this.events = events;
        writing = new TransactionTemplate(transactions);
    }

    /** What ends a record, and why. */
    record Cause(
            Ending ending,
            @Nullable String ground,
            String documentNumber,
            @Nullable LocalDate documentDate,
            String statement) {}

    /** The ending that covers a version, if it was known at the position. */
    Optional<Ended> find(Place place, int version, Position knownAt) {
        return sql.sql("""
                        SELECT a.position, a.activated_at, e.kind, e.ground, e.document_number, e.statement
                        FROM archive.ending e JOIN archive.act a ON a.id = e.act_id
                        WHERE e.organisation_id = :organisation AND e.record_id = :record
                          AND e.last_version >= :version AND a.position <= :position
                          AND NOT EXISTS (
                              SELECT FROM archive.restoration r
                              WHERE r.organisation_id = e.organisation_id AND r.record_id = e.record_id
                                AND r.ending_act = e.act_id AND r.position <= :position)
                        ORDER BY a.position LIMIT 1
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("version", version)
                .param("position", knownAt.value())
                .query((row, _) -> ended(row))
                .optional();
    }

    /** @param row position, instant, kind, ground, document number and statement */
    static Ended ended(ResultSet row) throws SQLException {
        return new Ended(
                ENDINGS[row.getInt(3)], row.getString(4), row.getString(5), row.getString(6), Acts.position(row));
    }

    /** The last version that readers can see, ended or not. */
    Optional<RecordVersion> latest(Place place) {
        return sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM
                        + "WHERE v.organisation_id = :organisation AND v.record_id = :record"
                        + " ORDER BY v.version_no DESC LIMIT 1")
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .query(rows)
                .optional();
    }

    int numberOf(String type) {
        return rows.numberOf(type);
    }

    /** For good, in a transaction that nobody else's act interrupts. */
    EndResult end(Place place, Cause cause, String actor) {
        return Objects.requireNonNull(writing.execute(_ -> {
            acts.lock();
            var record = latest(place);
            if (record.isEmpty()) {
                return new EndResult.NoSuchRecord();
            }
            var ended = find(place, record.get().version(), acts.last());
            return ended.isPresent()
                    ? new EndResult.AlreadyEnded(ended.get().ending())
                    : new EndResult.Ended(end(record.get(), cause, actor));
        }));
    }

    private Position end(RecordVersion record, Cause cause, String actor) {
        var act = new Act(
                acts.nextId(), kindOf(cause.ending()), rows.numberOf(record.type()), record.sourceCode(), actor);
        add(new Place(record.organisationId(), record.recordId()), EVERY_VERSION, act.id(), cause);
        var position = acts.activate(act);
        events.publishEvent(new RecordWithdrawn(position.value(), record.address(), cause.ending()));
        events.publishEvent(new RecordsActivated(position.value(), act.id()));
        return position;
    }

    /** In the transaction of the caller. */
    void add(Place place, int lastVersion, long act, Cause cause) {
        sql.sql("""
                        INSERT INTO archive.ending (organisation_id, record_id, last_version, act_id, kind, ground,
                            document_number, document_date, statement)
                        VALUES (:organisation, :record, :version, :act, :kind, :ground, :document, :date, :statement)
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("version", lastVersion)
                .param("act", act)
                .param("kind", cause.ending().ordinal())
                .param("ground", cause.ground())
                .param("document", cause.documentNumber())
                .param("date", cause.documentDate(), java.sql.Types.DATE)
                .param("statement", cause.statement())
                .update();
    }

    private static Act.Kind kindOf(Ending ending) {
        return switch (ending) {
            case WITHDRAWN -> Act.Kind.WITHDRAWAL;
            case REPAIRED -> Act.Kind.REPAIR;
            case UNLINKED -> Act.Kind.UNLINK;
        };
    }
}
