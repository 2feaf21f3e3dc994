package org.xinheng.server.measure.sight;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.database.Patience;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Loads the snapshot when told to, or when the first check is asked, and renews it from then on, in a thread of its own. As long as it is not
 * there, or does not come up to date in time, checks read the database themselves: slower, and just as true.
 */
public final class SnapshotKeeper implements Sights, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** Without a sign that something changed the positions are looked at so often. */
    private static final long LOOK_MILLIS = 1_000;

    /** A check waits so long for a renewal before it reads by itself. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What is read at once is read for long before its first row comes; a dead wire shall not hold the thread for ever. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final int CAUGHT_UP_AT_ONCE = 500;
    private static final long END_MILLIS = 2_000;

    private final FromPolicy<View> views;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition renewed = lock.newCondition();
    private volatile @Nullable Kept kept;
    private @Nullable Thread thread;
    private boolean renewalWanted;
    private boolean closed;

    /** Archive and register under one edition of the rules. */
    private record View(Sources sources, DirectSights direct) {
        View(Sources sources) {
            this(sources, new DirectSights(sources));
        }
    }

    /** A snapshot serves as long as the rules are those under which it was read. */
    private record Kept(View view, Snapshot snapshot) {}

    private SnapshotKeeper(FromPolicy<View> views) {
        this.views = views;
    }

    /** @param zone in which days begin and end */
    public static SnapshotKeeper of(
            Archive archive, Holdings holdings, Organisations organisations, PolicyInForce inForce, ZoneId zone) {
        return new SnapshotKeeper(new FromPolicy<>(
                inForce, policy -> new View(new Sources(archive, holdings, organisations, policy, zone))));
    }

    @Override
    public Sight look(CodeFinding code) {
        View view = views.get();
        Snapshot current = snapshot(view);
        if (current == null) {
            prepare();
            return view.direct().look(code);
        }
        return current.look(code);
    }

    @Override
    public Sight lookPast(Positions left, CodeFinding code) {
        View view = views.get();
        Snapshot current = snapshot(view);
        return current != null && await(current, left)
                ? current.look(code)
                : view.direct().look(code);
    }

    @SuppressWarnings("ReferenceEquality") // the very view
    private @Nullable Snapshot snapshot(View view) {
        Kept now = kept;
        return now != null && now.view() == view ? now.snapshot() : null;
    }

    @Override
    public void prepare() {
        lock.lock();
        try {
            if (thread == null && !closed) {
                thread = Thread.ofPlatform().daemon().name("check-snapshot").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Snapshot current, Positions left) {
        lock.lock();
        try {
            renewalWanted = true;
            wanted.signal();
            long nanos = PATIENCE.toNanos();
            while (current.positions().equals(left) && nanos > 0) {
                nanos = renewed.awaitNanos(nanos);
            }
            return !current.positions().equals(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean more = true;
        boolean still = false;
        while (more || rested()) {
            try {
                more = Patience.within(SILENCE, this::work);
                still = false;
            } catch (RuntimeException e) {
                more = false;
                if (!still) {
                    log.warn(
                            "the snapshot of checks stands still: {}",
                            e.getClass().getSimpleName());
                }
                still = true;
            }
        }
    }

    /** Waits until there is something to do; false when it is over. */
    private boolean rested() {
        lock.lock();
        try {
            if (!closed && !(renewalWanted && kept != null)) {
                boolean _ = wanted.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            renewalWanted = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean work() {
        View view = views.get();
        Snapshot current = snapshot(view);
        if (current == null) {
            kept = null;
            kept = new Kept(view, Snapshot.load(view.sources()));
            return true;
        }
        current.renew();
        tell();
        return current.catchUp(CAUGHT_UP_AT_ONCE) && !over();
    }

    private void tell() {
        lock.lock();
        try {
            renewed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean over() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        Thread running;
        lock.lock();
        try {
            closed = true;
            wanted.signal();
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.interrupt();
            running.join(END_MILLIS);
        }
    }
}
