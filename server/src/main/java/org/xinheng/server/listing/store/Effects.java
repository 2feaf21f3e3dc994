package org.xinheng.server.listing.store;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Chain;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.RecordEnd;

/** What a step brings about outside its proceeding, in the transaction that appends it. */
public interface Effects {

    /**
     * The record that will carry a listing, before its entry is written.
     *
     * @return null for a listing without record
     */
    @Nullable
    Carrier carrier(Proceeding proceeding, Chain chain);

    /**
     * After step and entry were written.
     *
     * @param carrier what {@link #carrier} gave, for the step that listed; else null
     * @param recordId the record of the entry that stands since an earlier step; null without one
     */
    void follow(Proceeding proceeding, @Nullable Carrier carrier, @Nullable Long recordId);

    /** How the record of a listing ended outside its proceeding; null while it stands. */
    @Nullable
    RecordEnd ended(Proceeding proceeding, long recordId);

    /** A record on its way into the archive. */
    interface Carrier {

        /** Id of the act that will bring it. */
        long actId();

        /** Its identity within the organisation. */
        long recordId();
    }
}
