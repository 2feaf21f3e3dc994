package org.xinheng.server.intake.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.DeliveryStore;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The one worker of this node: brings deliveries into force, one after another in the order of their arrival, so that the
 * same file delivered twice at once is loaded once. A delivery that fails is tried again, later each time and not for ever,
 * and keeps only later ones of its own source waiting: an older state must not come to stand above a newer one.
 */
final class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final DeliveryStore deliveries;
    private final Staging staging;
    private final RecordLoad records;
    private final RegisterLoad register;
    private final Closing closing;
    private final GivingUp givingUp;
    private final TransactionTemplate transaction;
    private final PolicyInForce policy;
    private final Map<Long, Retry> retries = new HashMap<>();
    private final Object bell = new Object();
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile boolean untidy = true;

    Worker(
            Loads loads,
            DeliveryStore deliveries,
            Staging staging,
            TransactionTemplate transaction,
            PolicyInForce policy) {
        this.records = loads.records();
        this.register = loads.register();
        this.closing = loads.closing();
        this.givingUp = loads.givingUp();
        this.deliveries = deliveries;
        this.staging = staging;
        this.transaction = transaction;
        this.policy = policy;
    }

    /** What is done with a delivery, and what when that fails. */
    record Loads(RecordLoad records, RegisterLoad register, Closing closing, GivingUp givingUp) {}

    private record Retry(int attempts, long dueNanos) {}

    /** Whether something arrived is not known: what lies in the staging folder has to be looked through. */
    void doubt() {
        untidy = true;
        ring();
    }

    /** Something arrived. */
    void ring() {
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("deliveries").start(this::work);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        var working = thread;
        thread = null;
        if (working == null) {
            return;
        }
        working.interrupt();
        try {
            if (!working.join(PATIENCE_AT_STOP)) {
                LOG.warn("a slice is still being loaded; it will be loaded again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Whether the thread lives. */
    synchronized boolean isWorking() {
        return thread != null && thread.isAlive();
    }

    private void work() {
        while (!stopping) {
            try {
                if (untidy) {
                    untidy = false;
                    removeLeftovers();
                }
                var due = due();
                if (due.isPresent()) {
                    attempt(due.get());
                } else {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable e) {
                // The database is away, or worse: it is asked again until it answers.
                untidy = true;
                LOG.warn("deliveries wait: {}", faultOf(e), Silenced.of(e));
                pause();
            }
        }
    }

    /** Uploads that broke off, and deliveries whose last word the database took without our hearing that it did. */
    private void removeLeftovers() {
        try {
            var lying = staging.handedOver();
            deliveries.underWay().forEach(delivery -> lying.remove(delivery.id()));
            for (var delivery : lying) {
                staging.delete(delivery);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first whose time has come; what a source delivered later never overtakes what it delivered before. */
    private Optional<Long> due() {
        long now = System.nanoTime();
        var held = new HashSet<Feed>();
        for (var delivery : deliveries.underWay()) {
            var retry = retries.get(delivery.id());
            if (held.add(new Feed(delivery.type(), delivery.source()))
                    && (retry == null || retry.dueNanos() - now <= 0)) {
                return Optional.of(delivery.id());
            }
        }
        return Optional.empty();
    }

    private record Feed(String type, String source) {}

    private void attempt(long id) {
        try {
            load(id);
            retries.remove(id);
        } catch (Throwable e) {
            if (stopping) {
                return;
            }
            untidy = true;
            if (givingUp.after(id, e, faultOf(e))) {
                retries.remove(id);
                return;
            }
            var attempts =
                    Optional.ofNullable(retries.get(id)).map(Retry::attempts).orElse(0) + 1;
            var pause = Duration.ofSeconds(
                    Math.min(LAST_RETRY.toSeconds(), FIRST_RETRY.toSeconds() << Math.min(attempts - 1, 10)));
            retries.put(id, new Retry(attempts, System.nanoTime() + pause.toNanos()));
            LOG.warn(
                    "delivery {} failed ({} times), next try in {} s: {}", id, attempts, pause.toSeconds(), faultOf(e));
        }
    }

    /** The kind of fault and where it arose; messages may quote rows. */
    private static String faultOf(Throwable fault) {
        var root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var state = root instanceof PSQLException e ? " " + e.getSQLState() + " " + constraintOf(e) : "";
        var place = root.getStackTrace().length == 0 ? "" : " at " + root.getStackTrace()[0];
        return fault.getClass().getName() + " / " + root.getClass().getName() + state + place;
    }

    private static String constraintOf(PSQLException fault) {
        var message = fault.getServerErrorMessage();
        return message == null ? "" : message.getTable() + "." + message.getColumn() + " " + message.getConstraint();
    }

    /** One delivery from the disk into force. */
    void load(long id) throws IOException {
        var delivery = deliveries.find(id).orElseThrow();
        // Its rows lie there as the edition of its arrival read them, even if another one is in force by now.
        var edition = policy.edition(delivery.ruleVersion()).orElseGet(policy::policy);
        var type = edition.recordType(delivery.type()).orElseThrow();
        deliveries.loading(id);
        if (type.target() == RecordType.Target.REGISTER) {
            inTransaction(() -> closing.close(delivery, type, register.run(delivery, type, edition), Map.of()));
        } else {
            var loaded = records.run(delivery, type);
            inTransaction(() -> closing.close(delivery, type, loaded.answers(), loaded.decided()));
        }
        staging.delete(id);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void inTransaction(Step step) throws IOException {
        try {
            transaction.executeWithoutResult(_ -> {
                try {
                    step.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private void rest() throws InterruptedException {
        synchronized (bell) {
            bell.wait(LOOK_AGAIN.toMillis());
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
