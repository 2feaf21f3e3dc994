package org.xinheng.server.measure.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.sight.Positions;

/**
 * A receipt on its way into the database.
 *
 * @param at the positions at which the answer was found true
 * @param purpose for the log of reads
 */
@SuppressWarnings("ArrayRecordComponent")
public record Draft(
        long id,
        Instant askedAt,
        Actor actor,
        String matter,
        String purpose,
        CheckOutcome outcome,
        @Nullable Long organisationId,
        Positions at,
        byte[] answer) {}
