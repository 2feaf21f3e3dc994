package org.xinheng.core.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.policy.ListRule;

/** Answers and hearings. What comes late is heard all the same; only the request for a hearing has its time. */
final class HearingCheck {

    private HearingCheck() {}

    static @Nullable Refused refused(Case one, Act.Answer answer) {
        LocalDate by = one.step(Act.Kind.NOTIFY).answerBy();
        if (answer.form() == Act.Answer.Form.HEARING_REQUEST
                && by != null
                && answer.on().isAfter(by)) {
            return one.refused(Reason.HEARING_ASKED_LATE, by.toString());
        }
        return one.said("words", answer.words());
    }

    static @Nullable Refused refused(Case one, Act.CallHearing call) {
        if (!one.proceeding().hearingOwed()) {
            return one.refused(Reason.NO_HEARING_ASKED);
        }
        if (call.document().isBlank()) {
            return one.refused(Reason.NO_DOCUMENT_NUMBER);
        }
        String clock = one.list()
                .step(ListRule.Step.Kind.HEARING)
                .map(ListRule.Step::clock)
                .orElse(null);
        LocalDate first =
                clock == null ? call.on() : new Dues(one).of(clock, call.on()).by();
        if (call.heldOn().isBefore(first)) {
            return one.refused(Reason.HEARING_TOO_SOON, first.toString());
        }
        return Case.first(one.said("time", call.time()), one.said("place", call.place()));
    }

    static @Nullable Refused refused(Case one, Act.Hear hear) {
        if (!one.proceeding().hearingOwed()) {
            return one.refused(Reason.NO_HEARING_ASKED);
        }
        Act.CallHearing call = one.proceeding().hearingCalled().orElse(null);
        if (call == null) {
            return one.refused(Reason.HEARING_NOT_CALLED);
        }
        if (!hear.on().equals(call.heldOn())) {
            return one.refused(Reason.HEARING_OTHER_DAY, call.heldOn().toString());
        }
        return one.said("minutes", hear.minutes());
    }
}
