package org.xinheng.server.intake.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.KeptRow;
import org.xinheng.server.intake.spool.StagedRow.Usable;

/** The queue of rows that wait for a human. A row stands in it once, however often it is delivered. */
public final class WaitingStore {

    private static final RowCause[] CAUSES = RowCause.values();

    private final JdbcClient sql;

    public WaitingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A row in the queue.
     *
     * @param organisationId whom a human linked it to; null while it waits
     */
    public record Waiting(
            long deliveryId,
            int row,
            String type,
            String source,
            RowCause cause,
            Instant receivedAt,
            boolean historical,
            Usable content,
            @Nullable Long organisationId,
            @Nullable Long actId,
            boolean returned) {}

    /** What makes two waiting rows the same: everything in them. */
    public static String fingerprint(Usable row) {
        return HexFormat.of().formatHex(CanonicalForm.contentHash(row.payload()));
    }

    /** A row that was returned to its source and comes again waits again. */
    public void add(Delivery delivery, Usable row, RowCause cause) {
        sql.sql("""
                        INSERT INTO intake.waiting (delivery_id, row_no, type, source, cause, record_key, fingerprint,
                            received_at, historical, content)
                        VALUES (:delivery, :row, :type, :source, :cause, :key, :fingerprint, :receivedAt, :historical,
                            :content)
                        ON CONFLICT (source, type, fingerprint) DO UPDATE SET returned = false WHERE waiting.returned
                        """)
                .param("delivery", delivery.id())
                .param("row", row.row())
                .param("type", delivery.type())
                .param("source", delivery.source())
                .param("cause", cause.ordinal())
                .param("key", Objects.requireNonNull(row.content()).keyHash())
                .param("fingerprint", CanonicalForm.contentHash(row.payload()))
                .param("receivedAt", delivery.receivedAt().atOffset(ZoneOffset.UTC))
                .param("historical", delivery.historical())
                .param("content", KeptRow.toBytes(row))
                .update();
    }

    /** Organisations that humans linked such rows of the delivery's source to, by fingerprint. */
    public Map<String, Long> linked(Delivery delivery, List<Usable> rows) {
        var fingerprints = rows.stream()
                .map(row -> CanonicalForm.contentHash(row.payload()))
                .toArray(byte[][]::new);
        var linked = new HashMap<String, Long>();
        sql.sql("""
                        SELECT fingerprint, organisation_id FROM intake.waiting
                        WHERE source = :source AND type = :type AND fingerprint = ANY (:fingerprints)
                          AND organisation_id IS NOT NULL
                        """)
                .param("source", delivery.source())
                .param("type", delivery.type())
                .param("fingerprints", fingerprints)
                .query((found, _) -> linked.put(HexFormat.of().formatHex(found.getBytes(1)), found.getLong(2)))
                .list();
        return linked;
    }

    /** First receipts of the documents of the delivery's source and type that nobody has linked yet. */
    public FirstReceipts firstReceipts(Delivery delivery, RecordType type) {
        var keys = sql.sql("""
                        SELECT record_key FROM intake.waiting
                        WHERE source = :source AND type = :type AND organisation_id IS NULL
                        """)
                .param("source", delivery.source())
                .param("type", delivery.type())
                .query(Long.class)
                .list();
        return new FirstReceipts(
                sql,
                delivery,
                type,
                keys.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** Held for the transaction: nobody else decides about the row meanwhile. */
    public Optional<Waiting> hold(long delivery, int row) {
        return sql.sql("SELECT * FROM intake.waiting WHERE delivery_id = :delivery AND row_no = :row FOR UPDATE")
                .param("delivery", delivery)
                .param("row", row)
                .query((found, _) -> waiting(found))
                .optional();
    }

    /** For reading only. */
    public Optional<Waiting> look(long delivery, int row) {
        return sql.sql("SELECT * FROM intake.waiting WHERE delivery_id = :delivery AND row_no = :row")
                .param("delivery", delivery)
                .param("row", row)
                .query((found, _) -> waiting(found))
                .optional();
    }

    /** Notes whom a row was linked to; null organisation puts it back into the queue. */
    public void link(Waiting row, @Nullable Long organisationId, long actId, String actor, String ground, Instant at) {
        sql.sql("""
                        UPDATE intake.waiting SET organisation_id = :organisation, act_id = :act
                        WHERE delivery_id = :delivery AND row_no = :row
                        """)
                .param("organisation", organisationId)
                .param("act", actId)
                .param("delivery", row.deliveryId())
                .param("row", row.row())
                .update();
        var concerned = organisationId == null ? row.organisationId() : organisationId;
        sql.sql("""
                        INSERT INTO intake.link
                            (act_id, delivery_id, row_no, organisation_id, linked, actor, ground, decided_at)
                        VALUES (:act, :delivery, :row, :organisation, :linked, :actor, :ground, :at)
                        """)
                .param("act", actId)
                .param("delivery", row.deliveryId())
                .param("row", row.row())
                .param("organisation", concerned)
                .param("linked", organisationId != null)
                .param("actor", actor)
                .param("ground", ground)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that a row went back to its source. */
    public void giveBack(Waiting row, String actor, String reason, Instant at) {
        sql.sql("UPDATE intake.waiting SET returned = true WHERE delivery_id = :delivery AND row_no = :row")
                .param("delivery", row.deliveryId())
                .param("row", row.row())
                .update();
        sql.sql("""
                        INSERT INTO intake.returned_row (delivery_id, row_no, actor, reason, returned_at)
                        VALUES (:delivery, :row, :actor, :reason, :at)
                        """)
                .param("delivery", row.deliveryId())
                .param("row", row.row())
                .param("actor", actor)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Waiting waiting(java.sql.ResultSet row) throws java.sql.SQLException {
        long organisation = row.getLong("organisation_id");
        var organisationId = row.wasNull() ? null : organisation;
        long act = row.getLong("act_id");
        var actId = row.wasNull() ? null : act;
        return new Waiting(
                row.getLong("delivery_id"),
                row.getInt("row_no"),
                row.getString("type"),
                row.getString("source"),
                CAUSES[row.getInt("cause")],
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("historical"),
                KeptRow.of(row.getBytes("content")),
                organisationId,
                actId,
                row.getBoolean("returned"));
    }
}
