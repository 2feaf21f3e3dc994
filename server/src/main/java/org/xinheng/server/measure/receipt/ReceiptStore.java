package org.xinheng.server.measure.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.Receipt;

/** The table of receipts; a batch is one statement. */
public final class ReceiptStore {

    private static final String ADD = """
            INSERT INTO measure.receipt (id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                archive_position, register_position, answer, answer_sha256)
            SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::text[], ?::bytea[])""";

    private final JdbcTemplate jdbc;

    public ReceiptStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the calling thread. */
    public void add(List<Draft> drafts) {
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(ADD);
            var columns = new Columns(connection, drafts);
            int next = 1;
            statement.setArray(next++, columns.of("bigint", Draft::id));
            statement.setArray(next++, columns.of("timestamptz", draft -> Timestamp.from(draft.askedAt())));
            statement.setArray(next++, columns.texts(draft -> draft.actor().name()));
            statement.setArray(
                    next++, columns.texts(draft -> draft.actor().kind().name()));
            statement.setArray(next++, columns.texts(Draft::matter));
            statement.setArray(next++, columns.texts(draft -> draft.outcome().name()));
            statement.setArray(next++, columns.of("bigint", Draft::organisationId));
            statement.setArray(next++, columns.of("bigint", draft -> draft.at().archive()));
            statement.setArray(next++, columns.of("bigint", draft -> draft.at().register()));
            statement.setArray(next++, columns.texts(draft -> new String(draft.answer(), StandardCharsets.UTF_8)));
            statement.setArray(next, columns.hashes());
            return statement;
        });
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

        Array texts(Function<Draft, String> part) throws SQLException {
            String[] values = new String[drafts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = part.apply(drafts.get(i));
            }
            return connection.createArrayOf("text", values);
        }

        Array hashes() throws SQLException {
            MessageDigest sha256 = sha256();
            byte[][] values = new byte[drafts.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = sha256.digest(drafts.get(i).answer());
            }
            return connection.createArrayOf("bytea", values);
        }
    }

    public Optional<Receipt> find(long id) {
        return jdbc
                .query(
                        "SELECT id, asked_at, actor, actor_kind, organisation_id, answer FROM measure.receipt WHERE id = ?",
                        (row, _) -> new Receipt(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                Actor.Kind.valueOf(row.getString(4)),
                                row.getObject(5, Long.class),
                                row.getString(6).getBytes(StandardCharsets.UTF_8)),
                        id)
                .stream()
                .findFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
