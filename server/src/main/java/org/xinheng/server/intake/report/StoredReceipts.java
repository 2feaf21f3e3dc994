package org.xinheng.server.intake.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.spool.RowText;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.store.ReceiptStore.Chunk;

/** Receipts as they lie in the table, one chunk in memory at a time; texts are opened only where a wanted row has one. */
public final class StoredReceipts implements Receipts {

    private static final RowCause[] CAUSES = RowCause.values();
    private static final @Nullable String[] NO_CELLS = {};

    private final ReceiptStore store;

    public StoredReceipts(ReceiptStore store) {
        this.store = store;
    }

    @Override
    public void read(Delivery delivery, int from, Set<RowOutcome> outcomes, Reader reader) {
        int next = Math.max(1, from);
        while (next <= delivery.lastRow()) {
            var chunk = store.chunkWith(delivery.id(), next);
            if (chunk.isEmpty()) {
                return;
            }
            byte[] causes = inflated(chunk.get());
            if (!read(chunk.get(), causes, next, outcomes, reader)) {
                return;
            }
            next = chunk.get().firstRow() + causes.length;
        }
    }

    private static boolean read(Chunk chunk, byte[] causes, int from, Set<RowOutcome> outcomes, Reader reader) {
        Map<Integer, RowText> texts = null;
        for (int i = from - chunk.firstRow(); i < causes.length; i++) {
            RowCause cause = CAUSES[causes[i]];
            if (cause != RowCause.NONE && outcomes.contains(cause.outcome())) {
                if (texts == null) {
                    texts = texts(chunk);
                }
                int row = chunk.firstRow() + i;
                if (!reader.take(receipt(row, cause, texts.get(row)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static RowReceipt receipt(int row, RowCause cause, @Nullable RowText text) {
        return text == null
                ? new RowReceipt(row, cause, "", 0, List.of(), NO_CELLS)
                : new RowReceipt(row, cause, text.reason(), text.fact(), text.findings(), text.cells());
    }

    private static Map<Integer, RowText> texts(Chunk chunk) {
        byte[] details = chunk.details();
        if (details == null) {
            return Map.of();
        }
        var texts = new HashMap<Integer, RowText>();
        RowText.of(details).forEach(text -> texts.put(text.row(), text));
        return texts;
    }

    private static byte[] inflated(Chunk chunk) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(chunk.causes()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
