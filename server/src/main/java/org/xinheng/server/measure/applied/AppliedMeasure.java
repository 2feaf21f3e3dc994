package org.xinheng.server.measure.applied;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.SubjectKind;

/**
 * A measure that a body said it applies (已实施措施), as it was said.
 *
 * @param id 0 before it is kept
 * @param measure id in the catalogue
 * @param authority id of the executing body
 * @param decision number of its decision (决定文号)
 * @param appliedOn day on which it was said (Asia/Shanghai)
 * @param until last day, if nothing befalls the ground
 * @param receiptId receipt of the check that led to it; null for none
 * @param ruleVersion of the edition by which it was lawful
 * @param actor account or client that said it
 */
public record AppliedMeasure(
        long id,
        String measure,
        Measure.Effect effect,
        String matter,
        long organisationId,
        SubjectKind subject,
        String authority,
        String decision,
        Ground ground,
        LocalDate appliedOn,
        LocalDate until,
        @Nullable Long receiptId,
        String ruleVersion,
        String actor,
        String actorKind,
        Instant appliedAt) {

    /**
     * The record it rests on.
     *
     * @param address opaque address of the record
     * @param version that stood on the day
     * @param number of the finding's document
     */
    public record Ground(String address, long organisationId, long recordId, int version, String number) {}
}
