package org.xinheng.server.measure.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.measure.sight.Positions;

/**
 * Makes the receipts of concurrent requests durable in one transaction, together with the log of reads. The transaction looks
 * at the positions itself: an answer that was found at others is not kept but goes back.
 */
public final class GroupCommit implements AutoCloseable {

    private static final String READ = "check";
    private static final int MOST = 512;
    private static final long PATIENCE_SECONDS = 10;
    private static final long END_MILLIS = 5_000;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final ReceiptStore receipts;
    private final AccessLog log;
    private final Supplier<Positions> positions;
    private final TransactionOperations transaction;
    private final Thread thread;
    private volatile boolean closed;

    private record Waiting(Draft draft, CompletableFuture<Boolean> kept) {}

    /** @param positions read in the transaction of the calling thread */
    public GroupCommit(
            ReceiptStore receipts, AccessLog log, Supplier<Positions> positions, TransactionOperations transaction) {
        this.receipts = receipts;
        this.log = log;
        this.positions = positions;
        this.transaction = transaction;
        this.thread = Thread.ofPlatform().daemon().name("check-receipts").start(this::run);
    }

    /**
     * Waits until the receipt is durable.
     *
     * @return false when archive or register came further meanwhile: nothing was kept, the question is to be answered again
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    public boolean keep(Draft draft) {
        Waiting waiting = new Waiting(draft, new CompletableFuture<>());
        queue.add(waiting);
        if (closed) {
            refuse();
        }
        try {
            return waiting.kept().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("receipts could not be kept in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while a receipt was kept", e);
        }
    }

    /** How many wait for the next transaction. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MOST - 1);
                commit(batch);
            } catch (InterruptedException e) {
                break;
            } finally {
                batch.clear();
            }
        }
        refuse();
    }

    /** A batch that the database refuses is tried again one by one: what is wrong with one request is no other's fault. */
    private void commit(List<Waiting> batch) {
        RuntimeException fault = tryCommit(batch);
        if (fault == null) {
            return;
        }
        if (batch.size() == 1 || !(fault instanceof DataIntegrityViolationException)) {
            batch.forEach(waiting -> waiting.kept().completeExceptionally(fault));
            return;
        }
        for (Waiting waiting : batch) {
            RuntimeException own = tryCommit(List.of(waiting));
            if (own != null) {
                waiting.kept().completeExceptionally(own);
            }
        }
    }

    private @Nullable RuntimeException tryCommit(List<Waiting> batch) {
        List<Waiting> current = new ArrayList<>(batch.size());
        List<Waiting> overtaken = new ArrayList<>();
        try {
            transaction.executeWithoutResult(_ -> {
                Positions now = positions.get();
                for (Waiting waiting : batch) {
                    (waiting.draft().at().equals(now) ? current : overtaken).add(waiting);
                }
                write(current);
            });
        } catch (RuntimeException e) {
            return e;
        }
        current.forEach(waiting -> waiting.kept().complete(true));
        overtaken.forEach(waiting -> waiting.kept().complete(false));
        return null;
    }

    private void write(List<Waiting> kept) {
        if (kept.isEmpty()) {
            return;
        }
        receipts.add(kept.stream().map(Waiting::draft).toList());
        log.append(kept.stream().map(waiting -> read(waiting.draft())).toList());
    }

    private static AccessLog.Read read(Draft draft) {
        return new AccessLog.Read(draft.askedAt(), draft.actor(), READ, draft.organisationId(), draft.purpose());
    }

    private void refuse() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            next.kept().completeExceptionally(new DataAccessResourceFailureException("the server is stopping"));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(END_MILLIS);
    }
}
