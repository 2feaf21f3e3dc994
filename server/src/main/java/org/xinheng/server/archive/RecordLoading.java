package org.xinheng.server.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.Archive.Position;

/**
 * How deliveries get into the archive: slice by slice, then one activation. Nobody reads what is not activated.
 *
 * <p>Every method runs inside a transaction of the caller, so that the caller's own progress commits with it.
 */
public interface RecordLoading {

    /** Number of the hash partitions of the archive; a slice stays within one. */
    int PARTITIONS = 32;

    /** A fresh id for a delivery or a decision: node number and sequence. */
    long nextActId();

    /** The hash partition that holds an organisation's records, 0–31. */
    int partitionOf(long organisationId);

    /**
     * Compares rows with what stands and appends what is new.
     *
     * @param rows all of one partition, no two with the same organisation and record, in that order
     * @return one result for each row, and possibly one for an earlier row of the same delivery that turns out to be the
     *     second holder of a document number: {@link Outcome#NUMBER_ELSEWHERE} outranks {@link Outcome#NEW}
     */
    List<RowResult> load(Delivery delivery, List<NewVersion> rows);

    /**
     * Takes out again what was loaded under an id that is given up; nobody ever read it.
     *
     * @throws org.springframework.dao.DataAccessException when the id is in force
     */
    void discard(long deliveryId);

    /** Makes visible what was loaded under the id, as the last step before the commit: it holds the lock of positions. */
    Position activate(Act act);

    /** What the rows of one delivery share. */
    record Delivery(long id, int type, String source, boolean historical) {}

    /**
     * A thing that happens to the archive.
     *
     * @param type number of the record type
     * @param source id of the source; null when the credit office itself acts
     * @param actor account or client
     */
    record Act(long id, Kind kind, int type, @Nullable String source, String actor) {

        /** The order is the number kept in the database: append only. */
        public enum Kind {
            DELIVERY,
            /** 零报告: the source has nothing to report. */
            ZERO_REPORT,
            WITHDRAWAL,
            REPAIR,
            /** A waiting row that a human linked. */
            LINK,
            /** A link that a human took back. */
            UNLINK,
            /** A delivery that does not make its feed fresh: backlog, or no row of it came into force. */
            UNHEARD_DELIVERY,
            /** Marks on a record changed. */
            MARK,
            /** A repair was revoked. */
            RESTORATION,
            /** A listing that was decided here and served. */
            LISTING,
            /** Stored records judged anew by rules that began since. */
            GATE_REVIEW,
            /** A commitment that was signed here, or what was found of it. */
            COMMITMENT
        }
    }

    /**
     * @param organisationId the other holder for {@link Outcome#NUMBER_ELSEWHERE}, else 0
     */
    record RowResult(int row, Outcome outcome, long organisationId) {}

    /** What became of a row. */
    enum Outcome {
        /** First version of a record, or the first again after a link was taken back. */
        NEW,
        /** First version, and the same authority used the number for another organisation before. */
        NUMBER_ELSEWHERE,
        /** A further version of a record. */
        CORRECTION,
        /** The record stands exactly so. */
        UNCHANGED,
        /** The record was withdrawn or repaired: it takes no further version, only a new decision with a new number. */
        ENDED
    }
}
