package org.xinheng.core.listing;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Outcome.Refused;

/** What must have happened before a decision, and what the decision must say. */
final class DecisionCheck {

    private DecisionCheck() {}

    static @Nullable Refused refused(Case one, Act.Decide decide, Officer by) {
        if (one.step(Act.Kind.PROPOSE).by().name().equals(by.name())) {
            return one.refused(Reason.SAME_OFFICER);
        }
        boolean lists = decide.verdict() == Act.Decide.Verdict.LIST;
        return Case.first(
                lists ? heard(one) : null,
                decide.document().isBlank() ? one.refused(Reason.NO_DOCUMENT_NUMBER) : null,
                one.said("reasons", decide.reasons()),
                lists ? term(one, decide) : null);
    }

    /** A tag without a last day is not served, however its decision came to stand: it would never end. */
    static @Nullable Refused unserved(Case one) {
        Act.Decide decision = one.proceeding().decision();
        return one.tag() && decision != null && decision.until() == null ? one.refused(Reason.NO_END) : null;
    }

    private static @Nullable Refused heard(Case one) {
        if (one.honour()) {
            return one.proceeding().consent().isPresent() ? null : one.refused(Reason.NO_CONSENT);
        }
        Step notice = one.proceeding().last(Act.Kind.NOTIFY).orElse(null);
        if (notice == null || notice.answerBy() == null) {
            return one.refused(Reason.NOT_NOTIFIED);
        }
        if (one.proceeding().hearingOwed()) {
            return one.refused(Reason.HEARING_OWED);
        }
        return one.today().isAfter(notice.answerBy()) || one.proceeding().lastWordSaid()
                ? null
                : one.refused(Reason.TIME_TO_ANSWER, notice.answerBy().toString());
    }

    private static @Nullable Refused term(Case one, Act.Decide decide) {
        Period longest = one.list().term().longest();
        LocalDate until = decide.until();
        if (until == null) {
            return longest == null ? null : one.refused(Reason.NO_END);
        }
        if (until.isBefore(decide.on())) {
            return one.refused(Reason.END_FIRST, decide.on().toString());
        }
        LocalDate last = longest == null ? until : decide.on().plus(longest).minusDays(1);
        return until.isAfter(last) ? one.refused(Reason.TERM_TOO_LONG, last.toString()) : null;
    }
}
