package org.xinheng.server.intake.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.spool.LoadedPart;

/** Answers to rows: of parts while a delivery is loaded, of all rows when it is closed. */
public final class ReceiptStore {

    private final JdbcClient sql;

    public ReceiptStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the transaction that loads the part. */
    public void addPart(long delivery, LoadedPart part) {
        sql.sql("INSERT INTO intake.loaded_part (delivery_id, results, rows) VALUES (:delivery, :results, :rows)")
                .param("delivery", delivery)
                .param("results", part.toBytes())
                .param("rows", part.answers().size())
                .update();
    }

    public void eachPart(long delivery, Consumer<LoadedPart> reader) {
        sql.sql("SELECT results FROM intake.loaded_part WHERE delivery_id = :delivery ORDER BY part")
                .param("delivery", delivery)
                .query((row, _) -> LoadedPart.of(row.getBytes(1)))
                .list()
                .forEach(reader);
    }

    /** Rows that loaded parts have answered; none once the delivery is closed. */
    public int rowsLoaded(long delivery) {
        return sql.sql("SELECT coalesce(sum(rows), 0) FROM intake.loaded_part WHERE delivery_id = :delivery")
                .param("delivery", delivery)
                .query(Integer.class)
                .single();
    }

    /** In the transaction that closes the delivery: the receipts say the same for good. */
    public void deleteParts(long delivery) {
        sql.sql("DELETE FROM intake.loaded_part WHERE delivery_id = :delivery")
                .param("delivery", delivery)
                .update();
    }

    /** @param causes compressed, one byte for each row from the first on */
    public record Chunk(int firstRow, byte[] causes, byte @Nullable [] details) {}

    public void add(long delivery, Chunk chunk) {
        sql.sql("""
                        INSERT INTO intake.receipts (delivery_id, first_row, causes, details)
                        VALUES (:delivery, :firstRow, :causes, :details)
                        """)
                .param("delivery", delivery)
                .param("firstRow", chunk.firstRow())
                .param("causes", chunk.causes())
                .param("details", chunk.details(), java.sql.Types.BINARY)
                .update();
    }

    /** The chunk that a row belongs to; empty for a delivery that is not closed. */
    public Optional<Chunk> chunkWith(long delivery, int row) {
        return sql.sql("""
                        SELECT first_row, causes, details FROM intake.receipts
                        WHERE delivery_id = :delivery AND first_row <= :row ORDER BY first_row DESC LIMIT 1
                        """)
                .param("delivery", delivery)
                .param("row", row)
                .query((found, _) -> new Chunk(found.getInt(1), found.getBytes(2), found.getBytes(3)))
                .optional();
    }
}
