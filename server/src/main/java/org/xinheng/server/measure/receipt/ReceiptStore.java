package org.xinheng.server.measure.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.server.access.Actor;
import org.xinheng.server.database.Patience;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.seal.SigningKey;

/** The table of receipts; a batch is one statement, one way to the database and back. */
public final class ReceiptStore implements GroupCommit.Ledger {

    private static final String KEEP = """
            WITH asked AS MATERIALIZED (
                SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[])
                    AS a(id, asked_at, actor, actor_kind, source_id, matter, purpose, outcome, organisation_id,
                        archive_position, register_position, answer, answer_sha256, proof)),
            now AS MATERIALIZED (
                SELECT archive.last_position() AS archive, organisation.last_position() AS register),
            kept AS (
                INSERT INTO measure.receipt (id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                    archive_position, register_position, answer, answer_sha256, proof, source_id)
                SELECT id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                    archive_position, register_position, convert_from(answer, 'UTF8'), answer_sha256, proof, source_id
                  FROM asked JOIN now ON (archive_position, register_position) = (now.archive, now.register)
                RETURNING id)
            SELECT array_agg(id), access.log_reads('check', array_agg(asked_at), array_agg(actor), array_agg(actor_kind),
                    array_agg(source_id), array_agg(organisation_id), array_agg(purpose))::text
              FROM kept JOIN asked USING (id)""";

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

    private Map<Long, String> kept(List<Draft> drafts) {
        Map<Long, String> proofs = sign(drafts);
        Set<Long> kept = Objects.requireNonNull(jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(KEEP);
                    set(statement, new Columns(connection, drafts), proofs);
                    return statement;
                },
                row -> {
                    row.next();
                    var ids = row.getArray(1);
                    return ids == null ? Set.of() : Set.of((Long[]) ids.getArray());
                }));
        proofs.keySet().retainAll(kept);
        return proofs;
    }

    /** One signature for all; that of an answer which is not kept then is never given out. */
    private Map<Long, String> sign(List<Draft> drafts) {
        var tree = ReceiptTree.of(drafts.stream().map(Draft::answer).toList());
        String keyId = key.id();
        byte[] signature = key.sign(ReceiptProof.statement(keyId, tree.size(), tree.root()));
        Map<Long, String> proofs = HashMap.newHashMap(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            var proof = new ReceiptProof(keyId, tree.size(), i, tree.path(i), signature);
            proofs.put(drafts.get(i).id(), proof.text());
        }
        return proofs;
    }

    private static void set(PreparedStatement statement, Columns columns, Map<Long, String> proofs)
            throws SQLException {
        int next = 1;
        statement.setArray(next++, columns.of("bigint", Draft::id));
        statement.setArray(next++, columns.of("timestamptz", draft -> Timestamp.from(draft.askedAt())));
        statement.setArray(next++, columns.of("text", draft -> draft.actor().name()));
        statement.setArray(
                next++, columns.of("text", draft -> draft.actor().kind().name()));
        statement.setArray(next++, columns.of("text", draft -> draft.actor().source()));
        statement.setArray(next++, columns.of("text", Draft::matter));
        statement.setArray(next++, columns.of("text", Draft::purpose));
        statement.setArray(next++, columns.of("text", draft -> draft.outcome().name()));
        statement.setArray(next++, columns.of("bigint", Draft::organisationId));
        statement.setArray(next++, columns.of("bigint", draft -> draft.at().archive()));
        statement.setArray(next++, columns.of("bigint", draft -> draft.at().register()));
        // As text each quotation mark would be escaped here and unescaped there.
        statement.setArray(next++, columns.bytes(Draft::answer));
        MessageDigest sha256 = sha256();
        statement.setArray(next++, columns.bytes(draft -> sha256.digest(draft.answer())));
        statement.setArray(next, columns.of("text", draft -> proofs.get(draft.id())));
    }

    /** Draft by draft into arrays, column by column. */
    private record Columns(Connection connection, List<Draft> drafts) {

        Array of(String type, Function<Draft, @Nullable Object> part) throws SQLException {
            @Nullable Object[] values = new Object[drafts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = part.apply(drafts.get(i));
            }
            return connection.createArrayOf(type, values);
        }

        Array bytes(Function<Draft, byte[]> part) throws SQLException {
            byte[][] values = new byte[drafts.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = part.apply(drafts.get(i));
            }
            return connection.createArrayOf("bytea", values);
        }
    }

    public Optional<Receipt> find(long id) {
        return kept(id).map(KeptReceipt::receipt);
    }

    /** With all that its row says beside the answer. */
    public Optional<KeptReceipt> kept(long id) {
        return jdbc.query("""
                        SELECT id, asked_at, actor, actor_kind, organisation_id, proof, answer, matter, outcome,
                               archive_position, register_position, answer_sha256
                          FROM measure.receipt WHERE id = ?""", (row, _) -> kept(row), id).stream().findFirst();
    }

    private static KeptReceipt kept(ResultSet row) throws SQLException {
        return new KeptReceipt(
                new Receipt(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        Actor.Kind.valueOf(row.getString(4)),
                        row.getObject(5, Long.class),
                        row.getString(6),
                        row.getString(7).getBytes(StandardCharsets.UTF_8)),
                row.getString(8),
                CheckOutcome.valueOf(row.getString(9)),
                new Positions(row.getLong(10), row.getLong(11)),
                row.getBytes(12));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
