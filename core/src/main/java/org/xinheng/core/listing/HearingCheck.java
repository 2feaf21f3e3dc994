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

    static @Nullable Refused refused(Case one, Act.Hear hear) {
        if (!one.proceeding().hearingOwed()) {
            return one.refused(Reason.NO_HEARING_ASKED);
        }
        LocalDate asked = one.proceeding().lastHearingAsked().orElseThrow();
        if (hear.notifiedOn().isBefore(asked)) {
            return one.refused(Reason.BACKDATED, asked.toString());
        }
        String clock = one.list()
                .step(ListRule.Step.Kind.HEARING)
                .map(ListRule.Step::clock)
                .orElse(null);
        LocalDate first = clock == null
                ? hear.notifiedOn()
                : new Dues(one).of(clock, hear.notifiedOn()).by();
        if (hear.on().isBefore(first)) {
            return one.refused(Reason.HEARING_TOO_SOON, first.toString());
        }
        return one.said("minutes", hear.minutes());
    }
}
