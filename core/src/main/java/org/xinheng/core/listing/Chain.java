package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act.Kind;
import org.xinheng.core.policy.ListRule.Nature;

/**
 * The complete chain behind a listing (完整链条): the steps that a store must find before it takes an entry. It is read from the
 * steps alone and asks no pack, so that a store can hold it by itself.
 *
 * @param notice null for honours
 * @param lastWord the answer by which the organisation waived the rest of its time; null where the time ran out
 * @param consent null for all but honours
 */
public record Chain(
        Nature nature,
        Step proposal,
        @Nullable Step notice,
        @Nullable Step lastWord,
        @Nullable Step consent,
        Step decision,
        Step service) {

    public Act.Decide decided() {
        return (Act.Decide) decision.act();
    }

    /** Empty when anything is missing, out of order, or signed by the wrong one. */
    public static Optional<Chain> of(Nature nature, Proceeding proceeding) {
        Step proposal = proceeding.steps().stream()
                .findFirst()
                .filter(step -> step.act().of() == Kind.PROPOSE)
                .orElse(null);
        Step decision = proceeding.last(Kind.DECIDE).orElse(null);
        Step service = proceeding.last(Kind.SERVE).orElse(null);
        if (proposal == null || decision == null || service == null || !decidedOnce(proceeding)) {
            return Optional.empty();
        }
        Step notice = proceeding.last(Kind.NOTIFY).orElse(null);
        Step lastWord = proceeding.lastWord().orElse(null);
        Step consent = proceeding.consent().orElse(null);
        Chain chain = new Chain(nature, proposal, notice, lastWord, consent, decision, service);
        return chain.holds() && !proceeding.before(decision).hearingOwed() ? Optional.of(chain) : Optional.empty();
    }

    /** What was declined is not listed after all: that takes a proceeding of its own. */
    private static boolean decidedOnce(Proceeding proceeding) {
        boolean once = proceeding.steps().stream()
                        .filter(step -> step.act().of() == Kind.DECIDE)
                        .count()
                == 1;
        return once && proceeding.decision() != null;
    }

    private boolean holds() {
        boolean order = proposal.no() < decision.no() && decision.no() < service.no();
        boolean signed = decision.by().post() == Officer.Post.HEAD
                && !decision.by().name().equals(proposal.by().name());
        return order && signed && !decided().document().isBlank() && (nature == Nature.HONOUR ? agreed() : heard());
    }

    private boolean agreed() {
        return consent != null && consent.no() < decision.no();
    }

    private boolean heard() {
        LocalDate by = notice == null ? null : notice.answerBy();
        if (notice == null || by == null || notice.no() >= decision.no()) {
            return false;
        }
        boolean waived = lastWord != null && lastWord.no() > notice.no() && lastWord.no() < decision.no();
        return waived || decided().on().isAfter(by);
    }
}
