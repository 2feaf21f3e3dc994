package org.xinheng.server.measure.receipt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.xinheng.server.access.Silenced;

/**
 * Makes the receipts of concurrent requests durable in one commit, together with the log of reads. The statement looks at the
 * positions itself: an answer that was found at others is not kept but goes back.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private static final int MOST = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long END_MILLIS = 5_000;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Ledger ledger;
    private final Duration patience;
    private final Thread thread;
    private volatile boolean closed;

    /** Where receipts are kept: all that can be kept of a batch in one commit, or nothing. */
    @FunctionalInterface
    interface Ledger {

        /**
         * @return proofs of the drafts that were kept, by id; the others were found at positions that are no longer the last ones
         * @throws org.springframework.dao.DataAccessException when none was kept
         */
        Map<Long, String> keep(List<Draft> drafts);
    }

    /** Either its transaction takes a draft or the one who asked gives it up, never both. */
    private record Waiting(Draft draft, CompletableFuture<Optional<String>> kept, AtomicBoolean claimed) {
        Waiting(Draft draft) {
            this(draft, new CompletableFuture<>(), new AtomicBoolean());
        }

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }
    }

    GroupCommit(Ledger ledger) {
        this(ledger, PATIENCE);
    }

    GroupCommit(Ledger ledger, Duration patience) {
        this.patience = patience;
        this.ledger = ledger;
        this.thread = Thread.ofPlatform().daemon().name("check-receipts").start(this::run);
    }

    /**
     * Waits until the receipt is durable. Who waited too long gives the draft up, so that no receipt comes to stand of what
     * was refused; once a transaction has taken it, its end is waited for.
     *
     * @return the proof; empty when archive or register came further meanwhile: nothing was kept, the question is to be answered again
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    public Optional<String> keep(Draft draft) {
        Waiting waiting = new Waiting(draft);
        queue.add(waiting);
        if (closed) {
            refuse();
        }
        try {
            return inTime(waiting);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            waiting.claim();
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while a receipt was kept", e);
        }
    }

    private Optional<String> inTime(Waiting waiting) throws ExecutionException, InterruptedException {
        try {
            return waiting.kept().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (waiting.claim()) {
                queue.remove(waiting);
                throw new QueryTimeoutException("receipts could not be kept in time", e);
            }
            return waiting.kept().get();
        }
    }

    /** Whether receipts can be kept at all. */
    public boolean isAlive() {
        return thread.isAlive();
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
                batch.removeIf(waiting -> !waiting.claim());
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            } catch (InterruptedException e) {
                break;
            } catch (Throwable e) {
                // Whatever it was: those who wait hear of it, and the next batch is written.
                var fault = new DataAccessResourceFailureException("receipts could not be kept", e);
                batch.forEach(waiting -> waiting.kept().completeExceptionally(fault));
                LOG.error("receipts could not be kept", Silenced.of(e));
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
        Map<Long, String> kept;
        try {
            kept = ledger.keep(batch.stream().map(Waiting::draft).toList());
        } catch (RuntimeException e) {
            return e;
        }
        batch.forEach(waiting -> waiting.kept()
                .complete(Optional.ofNullable(kept.get(waiting.draft().id()))));
        return null;
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
