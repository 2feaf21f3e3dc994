package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.core.record.DateWindow;

/**
 * The records that stood at a position (知悉时点), with the marks that stood then: what came, ended or was marked later is not seen,
 * so that a judgement can be given again. For judgements over many organisations, never on a public endpoint.
 */
public interface KnownRecords {

    /**
     * Those that were decided on days of a window with an end: organisation by organisation, whatever the gate says of showing a record.
     *
     * @param types ids of record types
     * @param knownAt value of a position
     */
    void eachDecided(DateWindow days, List<String> types, long knownAt, Consumer<RecordVersion> reader);

    /** As {@link #eachDecided}, of all days, for some organisations. */
    void eachOf(Collection<Long> organisations, List<String> types, long knownAt, Consumer<RecordVersion> reader);

    /**
     * One of the archive's parts as one stream of the database in the order of the organisations, each in one part only, with nothing
     * read of a record but what is looked at: for runs over everything.
     *
     * @param part from 0, below {@link RecordLoading#PARTITIONS}
     * @param fields what is looked at, by record type; records of other types are left out
     */
    void stream(int part, Map<String, CanonicalFields> fields, long knownAt, Consumer<Standing> reader);

    /**
     * A record that stood.
     *
     * @param type id of the record type
     * @param values as {@link CanonicalFields#read} gives them; none where they were erased
     * @param marks that stood, whatever the version
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Standing(
            long organisationId,
            String address,
            String type,
            @Nullable String[] values,
            Publication.Gate gate,
            @Nullable String severity,
            @Nullable LocalDate lastShown,
            @Nullable LocalDate earliestRepair,
            List<RecordMark> marks) {}

    /** The same, with record types named as an edition of the rules names them, which need not be the one in force. */
    KnownRecords under(Policy rules);
}
