package org.xinheng.server.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.RecordLoading.Act;

/** The positions: gap-free numbers with a monotone instant, given under one lock that the commit releases. */
final class Acts {

    /** Before anything happened. */
    static final Position START = new Position(0, Instant.EPOCH);

    /** Any number that nobody else takes for an advisory lock: "archive" on a telephone's keys. */
    private static final long LOCK = 2_724_483L;

    private static final int SEQUENCE_BITS = 51;

    private final JdbcClient sql;
    private final Clock clock;
    private final long node;

    /** @param node number of this installation among its neighbours, 0–4095 */
    Acts(JdbcClient sql, Clock clock, int node) {
        if (node < 0 || node > 4095) {
            throw new IllegalArgumentException("a node has a number from 0 to 4095, not " + node);
        }
        this.sql = sql;
        this.clock = clock;
        this.node = node;
    }

    long nextId() {
        return node << SEQUENCE_BITS
                | sql.sql("SELECT nextval('archive.act_number')")
                        .query(Long.class)
                        .single();
    }

    Position last() {
        return sql.sql("SELECT position, activated_at FROM archive.act ORDER BY position DESC LIMIT 1")
                .query((row, _) -> position(row))
                .optional()
                .orElse(START);
    }

    /** Takes the lock until the commit; readers are never kept waiting. */
    Position activate(Act act) {
        lock();
        var last = last();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var earliest = last.at().plus(1, ChronoUnit.MICROS);
        var position = new Position(last.value() + 1, now.isAfter(earliest) ? now : earliest);
        sql.sql("""
                INSERT INTO archive.act (position, id, kind, type, source, actor, activated_at)
                VALUES (:position, :id, :kind, :type, :source, :actor, :at)
                """)
                .param("position", position.value())
                .param("id", act.id())
                .param("kind", act.kind().ordinal())
                .param("type", act.type())
                .param("source", act.source() == null ? null : sourceNumber(act.source()))
                .param("actor", act.actor())
                .param("at", position.at().atOffset(ZoneOffset.UTC))
                .update();
        return position;
    }

    /** Nobody else acts until this transaction ends: for what must look before it acts. */
    void lock() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a position is given inside the transaction that it activates");
        }
        sql.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .list();
    }

    /** Under the lock: what is being put in force is not taken out. */
    void discard(long id) {
        lock();
        sql.sql("SELECT archive.discard(:id)")
                .param("id", id)
                .query((_, _) -> true)
                .list();
    }

    private int sourceNumber(String source) {
        sql.sql("INSERT INTO archive.term (text) VALUES (:text) ON CONFLICT DO NOTHING")
                .param("text", source)
                .update();
        return sql.sql("SELECT id FROM archive.term WHERE text = :text")
                .param("text", source)
                .query(Integer.class)
                .single();
    }

    /** The last word of every source on every type up to a position: number of the term, number of the type, instant. */
    List<Heard> heard(long knownAt) {
        return sql.sql("""
                SELECT source, type, max(activated_at) FROM archive.act
                WHERE kind IN (0, 1) AND source IS NOT NULL AND position <= :position
                GROUP BY source, type ORDER BY source, type
                """)
                .param("position", knownAt)
                .query((row, _) -> new Heard(row.getInt(1), row.getInt(2), instant(row, 3)))
                .list();
    }

    record Heard(int source, int type, Instant at) {}

    /** The days of a period on which each source was heard of each type. */
    List<HeardOn> heardOn(LocalDate first, LocalDate last) {
        return sql.sql("""
                SELECT DISTINCT source, type, (activated_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM archive.act
                WHERE kind IN (0, 1) AND source IS NOT NULL
                  AND activated_at >= CAST(:first AS date)::timestamp AT TIME ZONE 'Asia/Shanghai'
                  AND activated_at < (CAST(:last AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                """)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new HeardOn(row.getInt(1), row.getInt(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    record HeardOn(int source, int type, LocalDate on) {}

    static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong(1), instant(row, 2));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
