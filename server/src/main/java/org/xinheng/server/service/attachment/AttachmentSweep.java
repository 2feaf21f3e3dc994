package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.service.Attachments;

/** Takes files off the disk whose period ended, or that no case has; nobody could read them any more before it came by. */
final class AttachmentSweep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AttachmentSweep.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Attachments attachments;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("attachment-sweep").factory());

    AttachmentSweep(Attachments attachments) {
        this.attachments = attachments;
        rounds.scheduleWithFixedDelay(this::sweep, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    /** A round that fails is told and tried again with the next one. */
    private void sweep() {
        try {
            attachments.removeExpired();
            attachments.removeOrphans();
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException fault) {
            log.warn("attachments that nobody may read any more could not be removed", Silenced.of(fault));
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
