package org.xinheng.server.warning.follow;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.warning.Warnings;

/** Looks for causes again and again; what fails is tried at the next look. */
final class WarningWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarningWatch.class);

    private final Warnings warnings;
    private final Duration look;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("warnings").unstarted(task));

    WarningWatch(Warnings warnings, Duration look) {
        this.warnings = warnings;
        this.look = look;
    }

    void start() {
        long millis = look.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::attempt, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void attempt() {
        try {
            warnings.look();
        } catch (RuntimeException e) {
            LOG.warn("causes of warnings could not be looked for, trying on", Silenced.of(e));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
