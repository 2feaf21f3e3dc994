package org.xinheng.core.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.Policy;

/**
 * What may be done about a commitment, by whom and when: a pure function of pack, commitment, act, officer and instant. Any act is
 * accepted with what it starts, or refused with the first reason that holds. A breach exists only after: a review that found something
 * lacking → notice → time elapsed or last word said → decision by a head of the accepting body, not by whoever gave the notice.
 */
public final class PromiseGuard {

    private final Policy policy;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public PromiseGuard(Policy policy, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
    }

    /** @param blank the commitment before its signing */
    public Outcome sign(Promise blank, Act.Sign act, Officer by, Offer.Standing standing, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Refused refused = new Offer(policy)
                .refusal(blank.item(), blank.giver(), standing, today)
                .orElse(null);
        if (refused != null) {
            return refused;
        }
        CommitmentItem item = item(blank);
        if (by.post() != Post.SUBJECT) {
            return Offer.refused(item, Reason.OTHER_POST);
        }
        if (!own(blank, by)) {
            return Offer.refused(item, Reason.OTHER_AUTHORITY);
        }
        Refused unfit = Offer.unfit(item, blank.authority(), act, today);
        return unfit != null ? unfit : accepted(item, blank, act, by, now);
    }

    /** Any act after the signing. A matter that left the list meanwhile still has its commitments: its last edition rules. */
    public Outcome judge(Promise promise, Act act, Officer by, Instant now) {
        CommitmentItem item =
                policy.instruments().commitmentItems().item(promise.item()).orElse(null);
        if (item == null) {
            return new Refused(Reason.NO_SUCH_ITEM, List.of(), null);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (now.isBefore(promise.steps().getLast().at())) {
            return Offer.refused(item, Reason.CLOCK_SET_BACK);
        }
        if (!promise.stage().allows(act.of())) {
            return Offer.refused(item, Reason.WRONG_STAGE);
        }
        Refused refused = actor(item, promise, act, by);
        if (refused == null) {
            refused = content(item, promise, act, by, today);
        }
        return refused != null ? refused : accepted(item, promise, act, by, now);
    }

    private static @Nullable Refused actor(CommitmentItem item, Promise promise, Act act, Officer by) {
        if (act instanceof Act.Answer answer && answer.last() && by.post() != Post.SUBJECT) {
            return Offer.refused(item, Reason.OWN_WORD);
        }
        Set<Post> posts = switch (act.of()) {
            case SIGN, WITHDRAW -> Set.of(Post.SUBJECT);
            case ANSWER -> Set.of(Post.SUBJECT, Post.OFFICER);
            case SUPPLY, LAPSE, REVIEW, NOTIFY -> Set.of(Post.OFFICER);
            case DECIDE, REPAIR -> Set.of(Post.HEAD);
        };
        if (!posts.contains(by.post())) {
            return Offer.refused(item, Reason.OTHER_POST);
        }
        boolean theirs =
                by.post() == Post.SUBJECT ? own(promise, by) : by.authority().equals(promise.authority());
        return theirs ? null : Offer.refused(item, Reason.OTHER_AUTHORITY);
    }

    private static boolean own(Promise promise, Officer by) {
        return by.authority().equals(Long.toString(promise.giver().organisation()));
    }

    private static @Nullable Refused content(
            CommitmentItem item, Promise promise, Act act, Officer by, LocalDate today) {
        return switch (act) {
            case Act.Sign _ -> Offer.refused(item, Reason.WRONG_STAGE);
            case Act.Withdraw _ -> promise.lacking() ? Offer.refused(item, Reason.FOUND_LACKING) : null;
            case Act.Supply _ -> null;
            case Act.Lapse lapse -> {
                LocalDate due =
                        Objects.requireNonNull(promise.steps().getFirst().due());
                yield today.isAfter(due)
                        ? said(item, lapse.reasons())
                        : Offer.refused(item, Reason.NOT_YET_LAPSED, due.toString());
            }
            case Act.Review review -> said(item, review.findings());
            case Act.Notify notify ->
                promise.lacking()
                        ? said(item, notify.document(), notify.facts(), notify.law(), notify.measures())
                        : Offer.refused(item, Reason.NO_FINDING);
            case Act.Answer answer -> said(item, answer.words());
            case Act.Decide decide -> decided(item, promise, decide, by, today);
            case Act.Repair repair -> said(item, repair.document(), repair.reasons());
        };
    }

    private static @Nullable Refused decided(
            CommitmentItem item, Promise promise, Act.Decide decide, Officer by, LocalDate today) {
        Step notice = promise.last(Act.Kind.NOTIFY).orElseThrow();
        if (notice.by().name().equals(by.name())) {
            return Offer.refused(item, Reason.SAME_OFFICER);
        }
        LocalDate answerBy = Objects.requireNonNull(notice.due());
        if (!promise.lastWordSaid() && !today.isAfter(answerBy)) {
            return Offer.refused(item, Reason.TIME_TO_ANSWER, answerBy.toString());
        }
        return said(item, decide.document(), decide.reasons());
    }

    private static @Nullable Refused said(CommitmentItem item, String... texts) {
        for (String text : texts) {
            if (text.isBlank()) {
                return Offer.refused(item, Reason.NOT_SAID);
            }
        }
        return null;
    }

    private Accepted accepted(CommitmentItem item, Promise promise, Act act, Officer by, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String clock = clock(item.clocks(), act);
        LocalDate due = clock == null
                ? null
                : DueDate.of(policy.deadline(clock, today), policy.calendar(), today)
                        .date();
        return new Accepted(promise.with(new Step(promise.steps().size() + 1, act, by, now, today, due)));
    }

    private static @Nullable String clock(CommitmentItem.Clocks clocks, Act act) {
        return switch (act) {
            case Act.Sign sign -> sign.missing().isEmpty() ? clocks.review() : clocks.supply();
            case Act.Supply _ -> clocks.review();
            case Act.Review review -> review.performance() == Performance.FULFILLED ? null : clocks.review();
            case Act.Notify _ -> clocks.answer();
            case Act.Decide decide -> decide.broken() ? clocks.shown() : clocks.review();
            case Act.Withdraw _, Act.Lapse _, Act.Answer _, Act.Repair _ -> null;
        };
    }

    private CommitmentItem item(Promise promise) {
        return policy.instruments().commitmentItems().item(promise.item()).orElseThrow();
    }
}
