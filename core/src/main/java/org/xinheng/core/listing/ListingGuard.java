package org.xinheng.core.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Succession;

/**
 * The guarded door (认定闸门). An act that is lawful where the proceeding stands is accepted with what follows; any other is refused
 * with its reason, the first that holds. A pure function of pack, proceeding, act, officer and instant.
 *
 * <p>In their order: the clock, the act's place in the proceeding, who acts, the day on the paper, and what the act itself must
 * bring. A list whose procedure in the pack has no notice and no time to answer is decided elsewhere, but for honours, which
 * take consent instead.
 */
public final class ListingGuard {

    private final Policy policy;
    private final Competence competence;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public ListingGuard(Policy policy, ZoneId zone) {
        this.policy = policy;
        this.competence = new Competence(policy);
        this.zone = zone;
    }

    /** @param proceeding without a step for the proposal, as it stands for every other act */
    public Outcome judge(Proceeding proceeding, Act act, Officer by, Instant now) {
        ListRule list = policy.instruments().list(proceeding.list()).orElse(null);
        if (list == null) {
            return new Refused(Reason.NO_SUCH_LIST, List.of(), null);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Case one = new Case(policy, list, proceeding, today);
        Refused refused = first(one, act, by, now);
        return refused == null ? accepted(one, act, by, now) : refused;
    }

    private @Nullable Refused first(Case one, Act act, Officer by, Instant now) {
        Refused refused = clock(one, now);
        if (refused == null) {
            refused = place(one, act);
        }
        if (refused == null) {
            refused = actor(one, act, by);
        }
        if (refused == null) {
            refused = day(one, act);
        }
        return refused != null ? refused : content(one, act, by);
    }

    /** What was written down after the instant of the clock means that the clock was set back. */
    private @Nullable Refused clock(Case one, Instant now) {
        Step last = one.proceeding().last().orElse(null);
        return last != null && now.isBefore(last.at())
                ? one.refused(
                        Reason.CLOCK_SET_BACK,
                        LocalDate.ofInstant(last.at(), zone).toString())
                : null;
    }

    private static @Nullable Refused place(Case one, Act act) {
        boolean fits = act.of() == Act.Kind.PROPOSE
                ? one.proceeding().steps().isEmpty()
                : !one.proceeding().steps().isEmpty()
                        && one.proceeding().stage(one.today()).allows(act.of());
        return fits ? null : one.refused(Reason.WRONG_STAGE);
    }

    private @Nullable Refused actor(Case one, Act act, Officer by) {
        if (ownWord(act) && by.post() != Post.SUBJECT) {
            return one.refused(Reason.OWN_WORD);
        }
        if (!postsOf(act.of()).contains(by.post())) {
            return one.refused(Reason.OTHER_POST);
        }
        if (by.post() == Post.SUBJECT) {
            boolean own = by.authority()
                    .equals(Long.toString(one.proceeding().subject().organisation()));
            return own ? null : one.refused(Reason.OTHER_AUTHORITY);
        }
        if (!new Succession(policy, one.today())
                .conducts(by.authority(), one.proceeding().authority())) {
            return one.refused(Reason.OTHER_AUTHORITY);
        }
        boolean towards = act.of() == Act.Kind.PROPOSE || act.of() == Act.Kind.DECIDE;
        return towards
                        && competence
                                .remit(one.proceeding().list(), by.authority(), one.today())
                                .isEmpty()
                ? one.refused(Reason.NO_REMIT, one.list().scope().decidedBy().zh())
                : null;
    }

    /** Consent, and the word that ends the time to answer: the organisation gives them itself, nobody takes them down for it. */
    private static boolean ownWord(Act act) {
        return switch (act) {
            case Act.Consent _ -> true;
            case Act.Answer answer -> answer.last();
            default -> false;
        };
    }

    /** What an organisation states it may hand in itself, or an officer takes it down. */
    private static Set<Post> postsOf(Act.Kind kind) {
        return switch (kind) {
            case DECIDE, DECIDE_REMOVAL, REVOKE -> Set.of(Post.HEAD);
            case CONSENT -> Set.of(Post.SUBJECT);
            case ANSWER, ASK_REMOVAL -> Set.of(Post.OFFICER, Post.SUBJECT);
            case PROPOSE, NOTIFY, CALL_HEARING, HEAR, SERVE, DROP -> Set.of(Post.OFFICER);
        };
    }

    private static @Nullable Refused day(Case one, Act act) {
        if (act.on().isAfter(one.today())) {
            return one.refused(Reason.FUTURE, act.on().toString());
        }
        boolean signed = switch (act.of()) {
            case PROPOSE, NOTIFY, CALL_HEARING, DECIDE, SERVE, DECIDE_REMOVAL, REVOKE, DROP -> true;
            case CONSENT, ANSWER, HEAR, ASK_REMOVAL -> false;
        };
        if (signed && !act.on().equals(one.today())) {
            return one.refused(Reason.NOT_TODAY, one.today().toString());
        }
        LocalDate earliest = one.earliest(act.of());
        return act.on().isBefore(earliest) ? one.refused(Reason.BACKDATED, earliest.toString()) : null;
    }

    private static @Nullable Refused content(Case one, Act act, Officer by) {
        return switch (act) {
            case Act.Propose propose -> ProposalCheck.refused(one, propose);
            case Act.Notify notify -> one.honour() ? one.refused(Reason.WRONG_STAGE) : numbered(one, notify.document());
            case Act.Consent _ -> one.honour() ? null : one.refused(Reason.WRONG_STAGE);
            case Act.Answer answer -> HearingCheck.refused(one, answer);
            case Act.CallHearing call -> HearingCheck.refused(one, call);
            case Act.Hear hear -> HearingCheck.refused(one, hear);
            case Act.Decide decide -> DecisionCheck.refused(one, decide, by);
            case Act.Serve _ -> DecisionCheck.unserved(one);
            case Act.AskRemoval ask -> RemovalCheck.refused(one, ask);
            case Act.DecideRemoval decide -> RemovalCheck.refused(one, decide, by);
            case Act.Revoke revoke -> RemovalCheck.refused(one, revoke);
            case Act.Drop drop -> one.said("reasons", drop.reasons());
        };
    }

    private static @Nullable Refused numbered(Case one, String document) {
        return document.isBlank() ? one.refused(Reason.NO_DOCUMENT_NUMBER) : null;
    }

    private static Accepted accepted(Case one, Act act, Officer by, Instant now) {
        Dues dues = new Dues(one);
        LocalDate answerBy = act instanceof Act.Notify notify ? dues.answerBy(notify.on()) : null;
        Proceeding proceeding = one.proceeding();
        Proceeding after = proceeding.with(new Step(proceeding.steps().size() + 1, act, by, now, answerBy));
        return new Accepted(after, after.stage(one.today()), dues.after(act), false);
    }
}
