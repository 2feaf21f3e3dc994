package org.xinheng.server.archive;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.server.access.Silenced;

/**
 * Follows changes when an act of the archive has committed, and every few seconds besides, so that nothing depends on being woken:
 * what happened stands in the archive and is read from the follower's cursor, also after a crash.
 */
public final class ChangeWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration BREATH = Duration.ofMillis(100);

    private final String name;
    private final Runnable following;
    private final Duration look;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * @param name of what is followed, for the log
     * @param following goes on from its cursor as far as things have come
     * @param look how long at most between two looks
     */
    public ChangeWatch(String name, Runnable following, Duration look) {
        this.name = name;
        this.following = following;
        this.look = look;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @EventListener
    void on(RecordsActivated activated) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            woken.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                woken.release();
            }
        });
    }

    private void run() {
        boolean told = false;
        while (open) {
            try {
                following.run();
                told = false;
            } catch (DataAccessException | TransactionException | IllegalStateException fault) {
                if (!told && open) {
                    log.warn("{} could not be followed, trying on", name, Silenced.of(fault));
                    told = true;
                }
            }
            rest();
        }
    }

    /** However often it is woken, it leaves some time between two looks: what comes meanwhile is seen together. */
    private void rest() {
        try {
            Thread.sleep(BREATH);
            if (woken.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            open = false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }
}
