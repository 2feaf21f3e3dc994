package org.xinheng.server.archive;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.xinheng.core.policy.Policy;

/**
 * The records that stood at a position (知悉时点), with the marks that stood then: what came, ended or was marked later is not seen,
 * so that a judgement can be given again. For judgements over many organisations, never on a public endpoint.
 */
public interface KnownRecords {

    /**
     * One of the archive's parts: organisation by organisation, each in one part only, whatever the gate says of showing a record.
     *
     * @param part from 0, below {@link RecordLoading#PARTITIONS}
     * @param types ids of record types
     * @param knownAt value of a position
     */
    void each(int part, List<String> types, long knownAt, Consumer<RecordVersion> reader);

    /** As {@link #each}, for some organisations. */
    void eachOf(Collection<Long> organisations, List<String> types, long knownAt, Consumer<RecordVersion> reader);

    /** The same, with record types named as an edition of the rules names them, which need not be the one in force. */
    KnownRecords under(Policy rules);
}
