package org.xinheng.server.measure.feedback;

import java.time.LocalDate;

/**
 * A delivered decision in a matter in which one has to check first.
 *
 * @param address of its record
 * @param number of its document
 * @param body id of the deciding body, or its code where the pack does not know it
 * @param checked whether a receipt of the body about the organisation, in the matter and with this decision's number, came before
 */
public record DecisionLine(
        String address,
        String number,
        long organisationId,
        String body,
        String matter,
        LocalDate decidedOn,
        boolean checked) {}
