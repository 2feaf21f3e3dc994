package org.xinheng.server.correction.hook;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.server.archive.RecordsActivated;

/**
 * Wakes the writing of notices once an act of the archive has committed. It keeps nothing: what happened stands in the archive
 * and is read from the cursor, also after a crash between commit and waking.
 */
class ArchiveEvents {

    private final Dispatch dispatch;

    ArchiveEvents(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @EventListener
    void on(RecordsActivated activated) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            dispatch.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatch.wake();
            }
        });
    }
}
