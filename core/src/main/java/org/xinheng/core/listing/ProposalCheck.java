package org.xinheng.core.listing;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Outcome.Refused;

/** What a proposal must bring, so that the notice can say it all. */
final class ProposalCheck {

    private ProposalCheck() {}

    static @Nullable Refused refused(Case one, Act.Propose propose) {
        if (!one.honour() && one.answerClock() == null) {
            return one.refused(
                    Reason.DECIDED_ELSEWHERE, one.list().scope().decidedBy().zh());
        }
        if (!one.list().scope().subjects().contains(one.proceeding().subject().kind())) {
            return one.refused(
                    Reason.SUBJECT_KIND, one.proceeding().subject().kind().name());
        }
        boolean known = one.list().grounds().stream()
                .map(ground -> ground.rule())
                .anyMatch(rule ->
                        rule.id().equals(propose.ground()) && rule.validity().covers(propose.on()));
        if (!known) {
            return one.refused(Reason.NO_SUCH_GROUND);
        }
        boolean records = one.list().scope().recordType() != null;
        if (records && !one.list().scope().kinds().contains(propose.kind())) {
            return one.refused(Reason.NO_SUCH_KIND);
        }
        return Case.first(
                one.said("facts", propose.facts()),
                one.said("law", propose.law()),
                one.tag() ? null : one.said("measures", propose.measures()));
    }
}
