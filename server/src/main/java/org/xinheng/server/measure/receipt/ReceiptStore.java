package org.xinheng.server.measure.receipt;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.access.Actor;
import org.xinheng.server.database.Patience;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.seal.SigningKey;

/** The table of receipts; a batch is one statement, one way to the database and back. */
public final class ReceiptStore implements GroupCommit.Ledger {

    private static final String KEEP = """
            WITH asked AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[]) WITH ORDINALITY
                    AS a(id, asked_micros, actor, actor_kind, source_id, matter, purpose, outcome, organisation_id,
                        archive_position, register_position, answer, number)),
            now AS MATERIALIZED (
                SELECT archive.last_position() AS archive, organisation.last_position() AS register),
            standing AS MATERIALIZED (
                SELECT asked.*, timestamptz 'epoch' + asked_micros * interval '1 microsecond' AS asked_at,
                       min(id) OVER () AS batch_id
                  FROM asked JOIN now ON (archive_position, register_position) = (now.archive, now.register)),
            signed AS (
                INSERT INTO measure.receipt_batch (id, key_id, signature, hashes)
                SELECT batch_id, ?, ?, ? FROM standing LIMIT 1),
            kept AS (
                INSERT INTO measure.receipt (id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                    archive_position, register_position, answer, batch_id, place, source_id)
                SELECT id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                    archive_position, register_position, convert_from(answer, 'UTF8'), batch_id, number - 1, source_id
                  FROM standing)
            SELECT array_agg(id), access.log_reads('check', array_agg(asked_at), array_agg(actor), array_agg(actor_kind),
                    array_agg(source_id), array_agg(organisation_id), array_agg(purpose))::text
              FROM standing""";

    /** What was called back at the database is waited for so much longer. */
    private static final Duration CALLING_BACK = Duration.ofSeconds(2);

    private final JdbcTemplate jdbc;
    private final SigningKey key;
    private final Duration patience;

    /**
     * @param key signs each batch
     * @param patience longest that the database may take, in whole seconds upwards: then the statement is called back, so that no receipt
     *     comes to stand of what was refused
     */
    public ReceiptStore(DataSource database, SigningKey key, Duration patience) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(Math.toIntExact(patience.plusMillis(999).toSeconds()));
        this.key = key;
        this.patience = patience.plus(CALLING_BACK);
    }

    /**
     * Signs, and keeps durably and in one commit, the receipts of answers that were found at the positions at which archive and register
     * now stand, and logs their reads.
     *
     * @return proofs of those kept, by id
     * @throws org.springframework.dao.DataAccessException when nothing was kept nor logged
     */
    @Override
    public Map<Long, String> keep(List<Draft> drafts) {
        return Patience.within(patience, () -> kept(drafts));
    }

    /** One signature for all; that of an answer which is not kept then is never given out. */
    private Map<Long, String> kept(List<Draft> drafts) {
        SignedBatch batch = SignedBatch.sign(drafts, key);
        Set<Long> kept = Objects.requireNonNull(jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(KEEP);
                    set(statement, new Columns(connection, drafts), batch);
                    return statement;
                },
                row -> {
                    row.next();
                    var ids = row.getArray(1);
                    return ids == null ? Set.of() : Set.of((Long[]) ids.getArray());
                }));
        Map<Long, String> proofs = HashMap.newHashMap(kept.size());
        for (int place = 0; place < drafts.size(); place++) {
            long id = drafts.get(place).id();
            if (kept.contains(id)) {
                proofs.put(id, batch.proof(place));
            }
        }
        return proofs;
    }

    private static void set(PreparedStatement statement, Columns columns, SignedBatch batch) throws SQLException {
        int next = 1;
        statement.setArray(next++, columns.longs(Draft::id));
        statement.setArray(next++, columns.longs(draft -> ChronoUnit.MICROS.between(Instant.EPOCH, draft.askedAt())));
        statement.setArray(next++, columns.texts(draft -> draft.actor().name()));
        statement.setArray(next++, columns.texts(draft -> draft.actor().kind().name()));
        statement.setArray(next++, columns.texts(draft -> draft.actor().source()));
        statement.setArray(next++, columns.texts(Draft::matter));
        statement.setArray(next++, columns.texts(Draft::purpose));
        statement.setArray(next++, columns.texts(draft -> draft.outcome().name()));
        statement.setArray(next++, columns.longs(Draft::organisationId));
        statement.setArray(next++, columns.longs(draft -> draft.at().archive()));
        statement.setArray(next++, columns.longs(draft -> draft.at().register()));
        // As text each quotation mark would be escaped here and unescaped there.
        statement.setArray(next++, columns.of("bytea", Draft::answer, byte[][]::new));
        statement.setString(next++, batch.keyId());
        statement.setBytes(next++, batch.signature());
        statement.setBytes(next, batch.hashes());
    }

    /** Draft by draft into arrays, column by column; the type of an array lets the driver send it as bytes. */
    private record Columns(Connection connection, List<Draft> drafts) {

        Array longs(Function<Draft, @Nullable Long> part) throws SQLException {
            return of("bigint", part, Long[]::new);
        }

        Array texts(Function<Draft, @Nullable String> part) throws SQLException {
            return of("text", part, String[]::new);
        }

        <T> Array of(String type, Function<Draft, @Nullable T> part, IntFunction<@Nullable T[]> array)
                throws SQLException {
            return connection.createArrayOf(type, drafts.stream().map(part).toArray(array));
        }
    }

    public Optional<Receipt> find(long id) {
        return kept(id).map(KeptReceipt::receipt);
    }

    /** With all that its row says beside the answer. */
    public Optional<KeptReceipt> kept(long id) {
        return jdbc.query("""
                        SELECT r.id, r.asked_at, r.actor, r.actor_kind, r.organisation_id, r.answer, r.matter, r.outcome,
                               r.archive_position, r.register_position, r.place, b.key_id, b.signature, b.hashes
                          FROM measure.receipt r LEFT JOIN measure.receipt_batch b ON b.id = r.batch_id
                         WHERE r.id = ?""", (row, _) -> kept(row), id).stream().findFirst();
    }

    private static KeptReceipt kept(ResultSet row) throws SQLException {
        return new KeptReceipt(
                new Receipt(
                        row.getLong("id"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getObject("organisation_id", Long.class),
                        proof(row),
                        row.getString("answer").getBytes(StandardCharsets.UTF_8)),
                row.getString("matter"),
                CheckOutcome.valueOf(row.getString("outcome")),
                new Positions(row.getLong("archive_position"), row.getLong("register_position")));
    }

    private static @Nullable String proof(ResultSet row) throws SQLException {
        Integer place = row.getObject("place", Integer.class);
        if (place == null) {
            return null;
        }
        String keyId = row.getString("key_id");
        // A batch that is gone proves nothing: not the same as a receipt that never had one.
        return keyId == null
                ? ""
                : SignedBatch.of(keyId, row.getBytes("signature"), row.getBytes("hashes"))
                        .proof(place);
    }
}
