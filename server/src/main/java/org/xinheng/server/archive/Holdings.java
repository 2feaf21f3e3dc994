package org.xinheng.server.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;

/** What the archive holds, by the keys that other modules know; for authorised readers only. */
public interface Holdings {

    /** Current version of a record, shown or not; empty when there is none or it ended. */
    Optional<RecordVersion> find(long organisationId, long recordId);

    /** The ending for good that stands over a record; empty where none does, or it was revoked. */
    Optional<Ended> ended(long organisationId, long recordId);

    /** Records of an organisation that ended for good: the last version, and how it ended; links that were taken back are not in it. */
    List<EndedRecord> endedOf(long organisationId);

    record EndedRecord(RecordVersion version, Ended ended) {}

    /** Whether a version of the record is stored that no act has put in force yet, other than that of one act. */
    boolean isBeingLoaded(long organisationId, long recordId, long exceptAct);

    /** The organisation for which a document of this key came first. */
    Optional<Long> firstHolder(long recordId);

    /**
     * First versions that one act brought, current or not, of one day of decision, in the order of their rows.
     *
     * @param afterRow number of the last row seen, 0 at the beginning
     */
    List<Brought> broughtBy(long actId, LocalDate decidedOn, int afterRow, int limit);

    /** @param row number of the row in its delivery */
    record Brought(int row, RecordVersion version) {}

    /** Every source and type from which anything ever came, 零报告 included, with the last word. */
    List<Feed> feeds();

    /**
     * As {@link #feeds()}, as it was known at a position.
     *
     * @param rules the edition that names the record types
     */
    List<Feed> feeds(long knownAt, Policy rules);

    record Feed(String source, String type, Instant lastHeard) {}

    /** The days (Asia/Shanghai) of a period on which each source was heard of a type. */
    List<Heard> heard(LocalDate first, LocalDate last);

    record Heard(String source, String type, LocalDate on) {}
}
