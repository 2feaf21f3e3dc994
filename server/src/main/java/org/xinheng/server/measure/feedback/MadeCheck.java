package org.xinheng.server.measure.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.CheckOutcome;

/**
 * A check that was made (核查记录), as its receipt has it.
 *
 * @param source id of the body that asked; null for an asker of no body
 * @param organisationId null where nobody was identified
 * @param code that was asked for, as the answer has it
 * @param caseNumber number of the case at the asking body
 * @param own whether the reader asked, who may therefore open the receipt
 */
public record MadeCheck(
        long receipt,
        Instant askedAt,
        String matter,
        CheckOutcome outcome,
        @Nullable String source,
        @Nullable Long organisationId,
        String code,
        String caseNumber,
        boolean own) {}
