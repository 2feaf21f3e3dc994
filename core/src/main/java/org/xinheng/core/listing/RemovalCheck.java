package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.policy.ListRule;

/** The ways off a list before its end: early removal when the duties are done, revocation when the ground fell. */
final class RemovalCheck {

    private RemovalCheck() {}

    static @Nullable Refused refused(Case one, Act.AskRemoval ask) {
        ListRule.Term term = one.list().term();
        ListRule.EarlyRemoval early = term.early();
        boolean reviewed = one.list().step(ListRule.Step.Kind.REVIEW).isPresent();
        if (early == null && !term.untilDutyDone() && !reviewed) {
            return one.refused(Reason.NO_EARLY_REMOVAL);
        }
        if (early != null) {
            LocalDate first = one.step(Act.Kind.DECIDE).act().on().plus(early.notBefore());
            if (ask.on().isBefore(first)) {
                return one.refused(Reason.TOO_EARLY, first.toString());
            }
            List<String> open = open(early, ask.shown());
            if (!open.isEmpty()) {
                return one.refused(Reason.CONDITIONS_OPEN, String.join("；", open));
            }
        }
        return one.said("proof", ask.proof());
    }

    private static List<String> open(ListRule.EarlyRemoval early, List<Integer> shown) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < early.conditions().size(); i++) {
            if (!shown.contains(i)) {
                open.add(early.conditions().get(i).zh());
            }
        }
        return open;
    }

    static @Nullable Refused refused(Case one, Act.DecideRemoval decide, Officer by) {
        if (one.step(Act.Kind.ASK_REMOVAL).by().name().equals(by.name())) {
            return one.refused(Reason.SAME_OFFICER);
        }
        return said(one, decide.document(), decide.reasons());
    }

    /** Late is lawful, too: what is wrong ends whenever it is found. */
    static @Nullable Refused refused(Case one, Act.Revoke revoke) {
        return revoke.fellOn().isAfter(one.today())
                ? one.refused(Reason.FUTURE, revoke.fellOn().toString())
                : said(one, revoke.document(), revoke.reasons());
    }

    private static @Nullable Refused said(Case one, String document, String reasons) {
        return Case.first(
                document.isBlank() ? one.refused(Reason.NO_DOCUMENT_NUMBER) : null, one.said("reasons", reasons));
    }
}
