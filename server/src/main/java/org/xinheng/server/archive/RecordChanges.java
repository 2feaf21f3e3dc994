package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What befell records that somebody may have been told of, in the order in which it took effect: for notices to them. */
public interface RecordChanges {

    /**
     * Reads changes after a position, whole acts only. Runs in the transaction of the caller, so that what the caller makes of
     * them commits with the cursor.
     *
     * @param acts most acts to read
     * @return position of the last act read; the one given when there is none after it
     */
    long since(long position, int acts, Consumer<Change> reader);

    /**
     * What a date brings without an act: records whose last public day lies after one day and not after another, and that
     * stood on it; and records whose withholding, decided earlier, begins on the day after such a day.
     */
    void byDate(LocalDate after, LocalDate upTo, Consumer<Change> reader);

    /** Kinds of changes; {@link Ending} has those that end a record for good. */
    enum Kind {
        WITHDRAWN,
        REPAIRED,
        UNLINKED,
        /** 更正: a further version of the record. */
        CORRECTED,
        /** 到期: its public window ended by its date. */
        EXPIRED,
        /** 暂停公示和使用, 暂时屏蔽: neither shown nor used for the time being. */
        WITHHELD,
        /** 标注变更: disputed, in court, with a statement of the organisation's own, or no longer so; or shown again. */
        MARKED,
        /** 撤销修复: it stands again as before its repair. */
        RESTORED
    }

    /**
     * One record and what befell it.
     *
     * @param position position of the act; 0 for what a date brings
     * @param address opaque address of the record
     * @param type id of the record type
     * @param version number of the version that came or, for what ended, of the last one
     * @param publicSince first day on which any earlier version could be seen by the public; null when none could
     * @param lastDay for what a date brings the last day before it, else null
     */
    record Change(
            long position,
            Kind kind,
            String address,
            long organisationId,
            String type,
            int version,
            @Nullable LocalDate publicSince,
            @Nullable LocalDate lastDay) {}
}
