package org.xinheng.server.archive;

import java.time.Instant;

/**
 * Brings what the gate decided of stored records in line with the rules in force for the day (重新判定): a newer edition that
 * is kinder to the subject, a pack that was switched on. Each record whose decision changes gets a further version with the
 * same content; slices of them take effect as acts of their own, so that a review may be broken off and begun again at any
 * moment. Erased versions keep their decision: nothing is left to judge.
 */
public interface GateReview {

    /** Every current record; a second call finds nothing to change. */
    Reviewed all();

    /**
     * What one act brought, when rules changed since it was judged; joins the transaction of the caller.
     *
     * @param ruleVersion of the rules by which its rows were judged
     * @param judgedAt when that was
     */
    Reviewed broughtBy(long actId, String ruleVersion, Instant judgedAt);

    /** One record that stands again, such as after a repair was revoked; joins the transaction of the caller. */
    Reviewed record(long organisationId, long recordId);

    /** @param changed those with another decision now */
    record Reviewed(long seen, long changed) {

        public static final Reviewed NOTHING = new Reviewed(0, 0);
    }
}
