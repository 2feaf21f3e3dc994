package org.xinheng.server.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Delivery.Sheet;
import org.xinheng.server.intake.DeliverySearch;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.Mandated;
import org.xinheng.server.intake.RowCounts;
import tools.jackson.databind.json.JsonMapper;

/** The table of deliveries. */
public final class DeliveryStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    public DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the source used the idempotency key before */
    public boolean add(Delivery delivery, @Nullable String idempotencyKey) {
        Mandated mandated = delivery.mandated();
        try {
            sql.sql("""
                            INSERT INTO intake.delivery (id, type, source, actor, file_name, file_hash, file_size,
                                idempotency_key, historical, state, received_at, rule_version, layout, sheets, last_row,
                                findings, masked, received, delivered_by, mandate)
                            VALUES (:id, :type, :source, :actor, :fileName, :fileHash, :fileSize, :idempotencyKey,
                                :historical, :state, :receivedAt, :ruleVersion, :layout, :sheets, :lastRow, :findings,
                                :masked, :received, :deliveredBy, :mandate)
                            """)
                    .param("id", delivery.id())
                    .param("type", delivery.type())
                    .param("source", delivery.source())
                    .param("actor", delivery.actor())
                    .param("fileName", delivery.fileName())
                    .param("fileHash", HexFormat.of().parseHex(delivery.fileHash()))
                    .param("fileSize", delivery.fileSize())
                    .param("idempotencyKey", idempotencyKey)
                    .param("historical", delivery.historical())
                    .param("state", delivery.state().name())
                    .param("receivedAt", delivery.receivedAt().atOffset(ZoneOffset.UTC))
                    .param("ruleVersion", delivery.ruleVersion())
                    .param("layout", delivery.layout())
                    .param("sheets", JSON.writeValueAsString(delivery.sheets()))
                    .param("lastRow", delivery.lastRow())
                    .param("findings", JSON.writeValueAsString(delivery.findings()))
                    .param("masked", delivery.masked())
                    .param("received", delivery.counts().received())
                    .param("deliveredBy", mandated == null ? null : mandated.by())
                    .param("mandate", mandated == null ? null : mandated.rule())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public Optional<Delivery> find(long id) {
        return sql.sql("SELECT * FROM intake.delivery WHERE id = :id")
                .param("id", id)
                .query((row, _) -> delivery(row))
                .optional();
    }

    public Optional<Delivery> find(String source, String idempotencyKey) {
        return sql.sql("SELECT * FROM intake.delivery WHERE source = :source AND idempotency_key = :key")
                .param("source", source)
                .param("key", idempotencyKey)
                .query((row, _) -> delivery(row))
                .optional();
    }

    public List<Delivery> newest(@Nullable String source, int limit) {
        return sql.sql("""
                        SELECT * FROM intake.delivery
                        WHERE :source::text IS NULL OR source = :source OR delivered_by = :source
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("source", source)
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    /** One page of what is looked for; the count is of the same moment only by chance. */
    public DeliverySearch.Found search(DeliverySearch search, long offset, int limit) {
        String condition = """
                FROM intake.delivery
                WHERE (:source::text IS NULL OR source = :source OR delivered_by = :source)
                  AND (:type::text IS NULL OR type = :type)
                  AND (:state::text IS NULL OR state = :state)
                  AND (:name = '' OR position(lower(:name) IN lower(file_name)) > 0)
                """;
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("source", search.source());
        parameters.put("type", search.type());
        parameters.put("state", search.state() == null ? null : search.state().name());
        parameters.put("name", search.fileName());
        long total = sql.sql("SELECT count(*) " + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Delivery> page = sql.sql("SELECT * " + condition + order(search) + " LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> delivery(row))
                .list();
        return new DeliverySearch.Found(page, total);
    }

    private static String order(DeliverySearch search) {
        String column = switch (search.order()) {
            case RECEIVED -> "received_at";
            case FILE -> "file_name";
            case TYPE -> "type";
            case SOURCE -> "source";
            case STATE -> "state";
            case REFUSED -> "coalesce(refused, 0)";
        };
        return " ORDER BY " + column + (search.falling() ? " DESC" : "") + ", id DESC";
    }

    /** A delivery that was received and is not closed. */
    public record UnderWay(long id, String type, String source) {}

    /** In the order of their arrival. */
    public List<UnderWay> underWay() {
        return sql.sql(
                        "SELECT id, type, source FROM intake.delivery WHERE state IN ('RECEIVED', 'LOADING') ORDER BY id")
                .query((row, _) -> new UnderWay(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** @return how often it failed so far, this time included */
    public int failedOnce(long id) {
        return sql.sql("UPDATE intake.delivery SET attempts = attempts + 1 WHERE id = :id RETURNING attempts")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** A delivery that is given up: nothing was received that stands anywhere, and the same file may come again. */
    public void givenUp(Delivery delivery, FileFinding why, Failure failure) {
        change(
                delivery.id(),
                "state = 'REJECTED', received = 0, idempotency_key = NULL, findings = :findings",
                "state IN ('RECEIVED', 'LOADING')",
                Map.of("findings", JSON.writeValueAsString(List.of(why))));
        sql.sql("""
                        INSERT INTO intake.failure (delivery_id, attempts, rows, fault, failed_at)
                        VALUES (:id, :attempts, :rows, :fault, :at)
                        """)
                .param("id", delivery.id())
                .param("attempts", failure.attempts())
                .param("rows", delivery.counts().received())
                .param("fault", failure.fault())
                .param("at", failure.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param fault kind and place, never content */
    public record Failure(int attempts, String fault, Instant at) {}

    /** How many deliveries were given up since an instant. */
    public int givenUpSince(Instant since) {
        return sql.sql("SELECT count(*) FROM intake.failure WHERE failed_at >= :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    public void loading(long id) {
        change(id, "state = 'LOADING'", "state IN ('RECEIVED', 'LOADING')", Map.of());
    }

    /** The last step but the position: its lock is then held for a moment only. */
    public void counted(long id, RowCounts counts) {
        sql.sql("""
                        UPDATE intake.delivery SET accepted = :accepted, unchanged = :unchanged, waiting = :waiting,
                            refused = :refused, out_of_scope = :outOfScope
                        WHERE id = :id AND state = 'LOADING'
                        """)
                .param("id", id)
                .param("accepted", counts.accepted())
                .param("unchanged", counts.unchanged())
                .param("waiting", counts.waiting())
                .param("refused", counts.refused())
                .param("outOfScope", counts.outOfScope())
                .update();
    }

    public void closed(long id, long position, Instant at) {
        int changed = sql.sql("""
                        UPDATE intake.delivery SET state = 'CLOSED', position = :position, closed_at = :at
                        WHERE id = :id AND state = 'LOADING'
                        """)
                .param("id", id)
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("delivery " + id + " is not being loaded");
        }
    }

    private void change(long id, String set, String where, Map<String, ?> parameters) {
        int changed = sql.sql("UPDATE intake.delivery SET " + set + " WHERE id = :id AND " + where)
                .params(parameters)
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("delivery " + id + " is not under way");
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        var counts = new RowCounts(
                row.getInt("received"),
                row.getInt("accepted"),
                row.getInt("unchanged"),
                row.getInt("waiting"),
                row.getInt("refused"),
                row.getInt("out_of_scope"));
        return new Delivery(
                row.getLong("id"),
                row.getString("type"),
                row.getString("source"),
                row.getString("actor"),
                row.getString("mandate") == null
                        ? null
                        : new Mandated(row.getString("delivered_by"), row.getString("mandate")),
                row.getString("file_name"),
                HexFormat.of().formatHex(row.getBytes("file_hash")),
                row.getLong("file_size"),
                row.getBoolean("historical"),
                Delivery.State.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("rule_version"),
                row.getString("layout"),
                List.of(JSON.readValue(row.getString("sheets"), Sheet[].class)),
                row.getInt("last_row"),
                List.of(JSON.readValue(row.getString("findings"), FileFinding[].class)),
                row.getInt("masked"),
                counts,
                position == 0 ? null : position,
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
