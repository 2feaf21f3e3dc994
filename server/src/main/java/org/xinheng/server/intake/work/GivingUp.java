package org.xinheng.server.intake.work;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.StagingFailed;
import org.xinheng.server.intake.store.DeliveryStore.Failure;

/**
 * Closes a delivery that failed too often, so that it does not keep those behind it waiting for ever: nothing of it stays, the
 * source is told to deliver the file again, and whoever runs the server finds it in the log and in the health of the server.
 * Faults that pass, of the database or of a full disk, are waited out and never counted.
 */
final class GivingUp {

    private static final Logger LOG = LoggerFactory.getLogger(GivingUp.class);

    private final Stores stores;
    private final RecordLoading archive;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int attempts;

    GivingUp(Stores stores, RecordLoading archive, TransactionTemplate transaction, Clock clock, int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("a delivery is tried at least once, not " + attempts + " times");
        }
        this.stores = stores;
        this.archive = archive;
        this.transaction = transaction;
        this.clock = clock;
        this.attempts = attempts;
    }

    /**
     * Counts a failure.
     *
     * @param description kind and place of the fault, without content
     * @return whether the delivery is closed now; its staged rows are no longer needed
     */
    boolean after(long id, Throwable fault, String description) {
        if (passes(fault)) {
            return false;
        }
        int failed = stores.deliveries().failedOnce(id);
        if (failed < attempts) {
            return false;
        }
        transaction.executeWithoutResult(_ -> close(id, new Failure(failed, description, clock.instant())));
        LOG.error(
                "delivery {} was given up after {} attempts, the source has to deliver it again: {}",
                id,
                failed,
                description);
        return true;
    }

    private void close(long id, Failure failure) {
        var delivery = stores.deliveries().find(id).orElseThrow();
        archive.discard(id);
        stores.receipts().deleteParts(id);
        var why = FileFault.NOT_LOADED.found(
                Integer.toString(delivery.counts().received()), Integer.toString(failure.attempts()));
        stores.deliveries().givenUp(delivery, why, failure);
    }

    /** Whether the fault lies in what the delivery needs and not in the delivery. */
    private static boolean passes(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean passing = switch (cause) {
                case TransientDataAccessException _, DataAccessResourceFailureException _ -> true;
                case TransactionException _, OutOfMemoryError _ -> true;
                case StagingFailed staging -> staging.reason() == StagingFailed.Reason.DISK_FULL;
                case IOException io -> String.valueOf(io.getMessage()).contains("No space left");
                default -> false;
            };
            if (passing) {
                return true;
            }
        }
        return false;
    }
}
