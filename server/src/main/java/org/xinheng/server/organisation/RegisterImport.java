package org.xinheng.server.organisation;

import java.util.List;

/**
 * Takes a delivery of the register row by row; every row gets an outcome, none is dropped.
 *
 * <p>Runs in the transaction of the calling thread: readers see all of it or nothing, together with what the caller
 * writes there itself (receipts, counts), and a crash leaves nothing behind. One import runs at a time; another waits
 * for the first one's transaction to end.
 */
public interface RegisterImport {

    /**
     * @param source id or code of the body whose register it is
     * @throws IllegalStateException when the calling thread is in no transaction
     */
    Session open(long deliveryId, String source);

    /** Used by one thread; nothing has to be closed, the transaction's end ends it. */
    interface Session {

        /**
         * @param rows in the order of the delivery; some thousand at a time are quickest
         * @return one outcome for each row, in the same order
         */
        List<RegisterOutcome> add(List<RegisterRow> rows);
    }
}
