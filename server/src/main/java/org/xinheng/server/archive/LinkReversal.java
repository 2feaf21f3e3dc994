package org.xinheng.server.archive;

import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.RecordLoading.Act;

/** Takes back what a human's link brought into the archive (law 12): nothing is overwritten, the earlier state stands again. */
public interface LinkReversal {

    /**
     * Takes back, in the transaction of the caller, and gives the act its position.
     *
     * @param act of kind {@link Act.Kind#UNLINK}
     * @param link id of the act that brought the version
     */
    Reversal takeBack(Act act, long link, long organisationId, long recordId);

    /** What became of it. */
    sealed interface Reversal {

        /** The record is no longer this organisation's; what stood before the link, if anything, stands again. */
        record Done(Position position) implements Reversal {}

        /** The link had brought no version: the record stood there already. */
        record NothingBrought() implements Reversal {}

        /** A later delivery brought a further version for this organisation: the link no longer carries it. */
        record LaterVersion() implements Reversal {}

        /** The record was withdrawn or repaired meanwhile. */
        record Ended(Ending ending) implements Reversal {}
    }
}
