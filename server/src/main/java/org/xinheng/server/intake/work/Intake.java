package org.xinheng.server.intake.work;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.DeliverySearch;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.DeliveryStore;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.policy.PolicyInForce;

/** The door of the intake. */
final class Intake implements Deliveries {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final long ALMOST = 99;

    private final Reception reception;
    private final Staging staging;
    private final DeliveryStore deliveries;
    private final ReceiptStore receipts;
    private final RecordLoading archive;
    private final PolicyInForce policy;
    private final Worker worker;
    private final TransactionTemplate transaction;

    Intake(Doors doors, Stores stores, RecordLoading archive, PolicyInForce policy, TransactionTemplate transaction) {
        this.reception = doors.reception();
        this.staging = doors.staging();
        this.worker = doors.worker();
        this.deliveries = stores.deliveries();
        this.receipts = stores.receipts();
        this.archive = archive;
        this.policy = policy;
        this.transaction = transaction;
    }

    /** Who takes a file in, where it lies, and who goes on with it. */
    record Doors(Reception reception, Staging staging, Worker worker) {}

    @Override
    public Delivery receive(Order order, InputStream file) throws IOException {
        var inForce = policy.policy();
        var resolved = Reception.resolved(order, inForce);
        var key = resolved.idempotencyKey();
        if (key != null) {
            var former = deliveries.find(resolved.source(), key);
            if (former.isPresent()) {
                return sameAs(former.get(), resolved, reception.hashOf(file), key);
            }
        }
        var delivery = reception.read(archive.nextActId(), resolved, inForce, file);
        // A key that was used for what was rejected is free: the next try is another file.
        boolean rejected = delivery.state() == Delivery.State.REJECTED;
        if (!entered(delivery, rejected ? null : key)) {
            staging.delete(delivery.id());
            var former = deliveries.find(resolved.source(), String.valueOf(key)).orElseThrow();
            return sameAs(former, resolved, delivery.fileHash(), String.valueOf(key));
        }
        worker.ring();
        return delivery;
    }

    /** A key answers for one file only: another one under it would be lost without anybody hearing of it. */
    private static Delivery sameAs(Delivery former, Order order, String hash, String key) {
        if (former.fileHash().equals(hash)
                && former.type().equals(order.type())
                && former.historical() == order.historical()) {
            return former;
        }
        throw new OrderRefused(OrderRefused.Reason.KEY_REUSED, key);
    }

    private boolean entered(Delivery delivery, @Nullable String key) {
        boolean answered = false;
        try {
            boolean entered = deliveries.add(delivery, key);
            answered = true;
            return entered;
        } finally {
            staging.handOver(delivery.id());
            if (!answered) {
                // It may stand in the database all the same: a commit that nobody heard of. The staged rows stay until
                // it
                // says; who looks for leftovers has to see them, so they are handed over before.
                worker.doubt();
            }
        }
    }

    @Override
    public Optional<Delivery> find(long id) {
        return deliveries.find(id);
    }

    @Override
    public Optional<Delivery> find(String source, String idempotencyKey) {
        return deliveries.find(String.valueOf(code(source)), idempotencyKey);
    }

    @Override
    public List<Delivery> ofSource(@Nullable String source, int limit) {
        return deliveries.newest(code(source), limit);
    }

    @Override
    public DeliverySearch.Found search(DeliverySearch search, long offset, int limit) {
        var coded = new DeliverySearch(
                code(search.source()),
                search.type(),
                search.state(),
                search.fileName(),
                search.order(),
                search.falling());
        return deliveries.search(coded, offset, limit);
    }

    private @Nullable String code(@Nullable String source) {
        return source == null
                ? null
                : policy.policy().authority(source).map(Authority::code).orElse(source);
    }

    @Override
    public int progress(Delivery delivery) {
        return switch (delivery.state()) {
            case RECEIVED -> 0;
            case LOADING -> {
                long received = Math.max(1, delivery.counts().received());
                yield (int) Math.min(ALMOST, 100 * receipts.rowsLoaded(delivery.id()) / received);
            }
            case CLOSED, REJECTED -> 100;
        };
    }

    @Override
    public Delivery await(long id, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var delivery = deliveries.find(id).orElseThrow();
            var done = switch (delivery.state()) {
                case CLOSED, REJECTED -> true;
                case RECEIVED, LOADING -> false;
            };
            if (done || System.nanoTime() - end >= 0) {
                return delivery;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    @Override
    public void reportZero(String type, String source, String actor) {
        var inForce = policy.policy();
        var order = Reception.resolved(new Order(type, source, actor, "", null, false), inForce);
        var number = inForce.recordType(type).orElseThrow().number();
        transaction.executeWithoutResult(_ ->
                archive.activate(new Act(archive.nextActId(), Act.Kind.ZERO_REPORT, number, order.source(), actor)));
    }
}
