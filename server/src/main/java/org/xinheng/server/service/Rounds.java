package org.xinheng.server.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.access.Silenced;

/** Does something again and again, on a thread of its own (巡查). A round that fails is told and tried again with the next one. */
public final class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int FIRST_AFTER_PART = 12;

    private final String name;
    private final Runnable work;
    private final Duration every;
    private final ScheduledExecutorService thread;

    /** @param every how often; the first time comes much sooner, for what fell due while the server was down */
    public Rounds(String name, Runnable work, Duration every) {
        this.name = name;
        this.work = work;
        this.every = every;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    public void start() {
        long millis = every.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::attempt, millis / FIRST_AFTER_PART, millis, TimeUnit.MILLISECONDS);
    }

    private void attempt() {
        try {
            work.run();
        } catch (RuntimeException fault) {
            log.warn("{} failed, trying on", name, Silenced.of(fault));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
