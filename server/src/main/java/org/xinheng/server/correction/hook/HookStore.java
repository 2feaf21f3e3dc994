package org.xinheng.server.correction.hook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far webhooks came and what probes found. */
public final class HookStore {

    private static final String UNSENT = """
            SELECT r.consumer_id, coalesce(w.delivered, 0), coalesce(w.failures, 0)
            FROM correction.current_registration r LEFT JOIN correction.webhook w ON w.consumer_id = r.consumer_id
            WHERE r.webhook IS NOT NULL AND NOT r.closed AND (w.next_at IS NULL OR w.next_at <= :now)
              AND EXISTS (
                SELECT FROM correction.duty d
                WHERE d.consumer_id = r.consumer_id AND d.ordinal > coalesce(w.delivered, 0))
            """;

    /** How far a consumer's webhook came with notices of corrections, and with changes of its subscriptions. */
    private static final String NOTICES = "correction.webhook";

    private static final String CHANGES = "correction.change_webhook";

    /** So many calls to consumers use the database at a time: its other connections are for those who ask. */
    private static final int TURNS = 2;

    private final Semaphore turns = new Semaphore(TURNS, true);
    private final JdbcClient sql;

    HookStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Does something with the database when it is the caller's turn. */
    <T extends @Nullable Object> T inTurn(Supplier<T> work) throws InterruptedException {
        turns.acquire();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** @param delivered ordinal of the last notice that the webhook took */
    record Due(long consumer, long delivered, int failures) {}

    List<Due> due(Instant now) {
        return sql.sql(UNSENT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Due(row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    /** Ordinal of the last notice addressed to a consumer, 0 when there is none. */
    long lastOwed(long consumer) {
        return sql.sql("SELECT coalesce(max(ordinal), 0) FROM correction.duty WHERE consumer_id = ?")
                .param(consumer)
                .query(Long.class)
                .single();
    }

    void state(long consumer, long delivered, int failures, Instant next) {
        keep(NOTICES, consumer, delivered, failures, next);
    }

    /** A consumer with a webhook and no pause, and how far that came with changes of its subscriptions. */
    record ChangeHook(String client, Due due) {}

    List<ChangeHook> changeHooks(Instant now) {
        return sql.sql("""
                        SELECT r.client_id, r.consumer_id, coalesce(w.delivered, 0), coalesce(w.failures, 0)
                        FROM correction.current_registration r
                        LEFT JOIN correction.change_webhook w ON w.consumer_id = r.consumer_id
                        WHERE r.webhook IS NOT NULL AND NOT r.closed AND (w.next_at IS NULL OR w.next_at <= :now)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new ChangeHook(row.getString(1), new Due(row.getLong(2), row.getLong(3), row.getInt(4))))
                .list();
    }

    void changeState(long consumer, long delivered, int failures, Instant next) {
        keep(CHANGES, consumer, delivered, failures, next);
    }

    private void keep(String hooks, long consumer, long delivered, int failures, Instant next) {
        sql.sql("""
                INSERT INTO %s (consumer_id, delivered, failures, next_at)
                VALUES (:consumer, :delivered, :failures, :next)
                ON CONFLICT (consumer_id) DO UPDATE SET delivered = :delivered, failures = :failures, next_at = :next
                """.formatted(hooks))
                .param("consumer", consumer)
                .param("delivered", delivered)
                .param("failures", failures)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A changed address is tried at once. */
    public void tryAgain(long consumer, Instant now) {
        for (String hooks : List.of(NOTICES, CHANGES)) {
            sql.sql("UPDATE " + hooks + " SET failures = 0, next_at = :now WHERE consumer_id = :consumer")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("consumer", consumer)
                    .update();
        }
    }

    /** Tries in a row that failed, 0 while all is well. */
    public int failures(long consumer) {
        return sql.sql("SELECT failures FROM correction.webhook WHERE consumer_id = ?")
                .param(consumer)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Asks a consumer that gained an address for it about everything that it acknowledged before. */
    public void probeAll(long consumer, Instant now) {
        sql.sql("""
                INSERT INTO correction.probing (consumer_id, ordinal, next_at)
                SELECT a.consumer_id, a.ordinal, :now
                FROM correction.acknowledgement a JOIN correction.notice n ON n.ordinal = a.ordinal
                WHERE a.consumer_id = :consumer AND n.removes AND NOT EXISTS (
                    SELECT FROM correction.notice l
                    WHERE l.opaque_id = n.opaque_id AND l.ordinal > n.ordinal AND NOT l.removes)
                AND NOT EXISTS (
                    SELECT FROM correction.probe p
                    WHERE p.consumer_id = a.consumer_id AND p.ordinal = a.ordinal AND p.outcome = 'GONE')
                ON CONFLICT DO NOTHING
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("consumer", consumer)
                .update();
    }

    List<Long> toBeProbed(Instant now) {
        return sql.sql("""
                        SELECT r.consumer_id FROM correction.current_registration r
                        WHERE r.probe IS NOT NULL AND EXISTS (
                            SELECT FROM correction.probing p WHERE p.consumer_id = r.consumer_id AND p.next_at <= :now)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    record Unprobed(long ordinal, String opaqueId) {}

    List<Unprobed> unprobed(long consumer, Instant now, int limit) {
        return sql.sql("""
                        SELECT p.ordinal, n.opaque_id
                        FROM correction.probing p JOIN correction.notice n ON n.ordinal = p.ordinal
                        WHERE p.consumer_id = :consumer AND p.next_at <= :now ORDER BY p.ordinal LIMIT :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("consumer", consumer)
                .param("limit", limit)
                .query((row, _) -> new Unprobed(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Keeps what was answered, in one statement; what was found gone is done with. */
    void probed(long consumer, List<Long> ordinals, List<ProbeOutcome> outcomes, Instant at, Instant again) {
        sql.sql("""
                WITH answer AS (
                    SELECT * FROM unnest(:ordinals::bigint[], :outcomes::text[]) AS p (ordinal, outcome)),
                kept AS (
                    INSERT INTO correction.probe (consumer_id, ordinal, probed_at, outcome)
                    SELECT :consumer, ordinal, :at, outcome FROM answer ON CONFLICT DO NOTHING),
                open AS (
                    UPDATE correction.probing p SET outcome = a.outcome, next_at = :again FROM answer a
                    WHERE p.consumer_id = :consumer AND p.ordinal = a.ordinal AND a.outcome <> 'GONE')
                DELETE FROM correction.probing p USING answer a
                WHERE p.consumer_id = :consumer AND p.ordinal = a.ordinal AND a.outcome = 'GONE'
                """)
                .param("consumer", consumer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("ordinals", ordinals.toArray(Long[]::new))
                .param("outcomes", outcomes.stream().map(ProbeOutcome::name).toArray(String[]::new))
                .update();
    }

    /** Leaves a consumer that does not answer alone for a while. */
    void probeLater(long consumer, Instant now, Instant again) {
        sql.sql("UPDATE correction.probing SET next_at = :again WHERE consumer_id = :consumer AND next_at <= :now")
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("consumer", consumer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
