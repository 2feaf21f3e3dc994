package org.xinheng.server.access.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Positions of revocations, so that what a process remembers about clients, tokens and accounts never outlives a revocation
 * by more than a second, by whatever process it was made.
 */
public final class Revocations {

    /** Remembered things are trusted so long after the last look at the database. */
    private static final long TRUST_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    /** After so long one request looks again, while the others go on. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<String, Long> revoked = new ConcurrentHashMap<>();
    private volatile long position = -1;
    private volatile long lookedAt = System.nanoTime() - TRUST_NANOS;
    private volatile @Nullable Failure failure;

    private record Failure(long at, DataAccessException cause) {}

    public Revocations(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes sure that all revocations older than a second are known here.
     *
     * @throws DataAccessException when that cannot be known: nothing remembered may be relied upon
     */
    public void refresh() {
        long asked = System.nanoTime();
        long age = asked - lookedAt;
        if (age < LOOK_NANOS) {
            return;
        }
        if (age < TRUST_NANOS) {
            if (looking.tryLock()) {
                try {
                    look();
                } catch (DataAccessException e) {
                    failure = new Failure(System.nanoTime(), e);
                } finally {
                    looking.unlock();
                }
            }
            return;
        }
        lookAfterTrustEnded(asked);
    }

    private void lookAfterTrustEnded(long asked) {
        looking.lock();
        try {
            if (System.nanoTime() - lookedAt < TRUST_NANOS) {
                return;
            }
            Failure last = failure;
            if (last != null && last.at() - asked > 0) {
                throw new DataAccessResourceFailureException("revocations could not be read", last.cause());
            }
            look();
        } catch (DataAccessException e) {
            failure = new Failure(System.nanoTime(), e);
            throw e;
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        long began = System.nanoTime();
        long now = position();
        if (position < 0) {
            position = now; // nothing was remembered before the first look
        }
        if (now > position) {
            sql.sql("SELECT position, subject FROM access.revocation WHERE position > ? ORDER BY position")
                    .param(position)
                    .query(row -> {
                        revoked.put(row.getString(2), row.getLong(1));
                        position = Math.max(position, row.getLong(1));
                    });
        }
        lookedAt = began;
        failure = null;
    }

    /** Position of the last revocation in the database; what is read afterwards is no older than this. */
    public long position() {
        return sql.sql("SELECT value FROM access.revocation_position")
                .query(Long.class)
                .single();
    }

    /** Whether something was revoked after what is remembered of it was read. */
    public boolean hits(String subject, long readAt) {
        if (revoked.isEmpty()) {
            return false;
        }
        Long at = revoked.get(subject);
        return at != null && at > readAt;
    }

    /** Makes every process forget what it remembers of a subject, in the caller's transaction if there is one. */
    public void revoke(String subject) {
        transactions.executeWithoutResult(status -> {
            long next = sql.sql("UPDATE access.revocation_position SET value = value + 1 RETURNING value")
                    .query(Long.class)
                    .single();
            sql.sql("INSERT INTO access.revocation (position, subject, revoked_at) VALUES (?, ?, ?)")
                    .params(next, subject, Timestamp.from(clock.instant()))
                    .update();
        });
    }

    static String client(String id) {
        return "client " + id;
    }

    public static String account(String name) {
        return "account " + name;
    }
}
