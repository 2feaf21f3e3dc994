package org.xinheng.core.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentItem.Handling;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Policy;

/**
 * Whether a commitment is offered (可否适用信用承诺). That it is not offered leads to the ordinary procedure and says nothing about
 * anybody; so does that nobody wants it.
 */
public final class Offer {

    private final Policy policy;

    public Offer(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param earlier all commitments of the organisation
     * @param severe whether it stands on a severe list today
     */
    public record Standing(List<Promise> earlier, boolean severe) {
        public Standing {
            earlier = List.copyOf(earlier);
        }
    }

    /** Empty when it is offered. */
    public Optional<Refused> refusal(String id, Promise.Giver giver, Standing standing, LocalDate today) {
        return Optional.ofNullable(refused(id, giver, standing, today));
    }

    private @Nullable Refused refused(String id, Promise.Giver giver, Standing standing, LocalDate today) {
        if (policy.instruments().commitmentItems().excluded().containsKey(id)) {
            return new Refused(Reason.EXCLUDED, List.of(), "commitment-excluded." + id);
        }
        CommitmentItem item = policy.instruments().commitmentItems().item(id).orElse(null);
        if (item == null || !item.rule().validity().covers(today)) {
            return new Refused(Reason.NO_SUCH_ITEM, List.of(), null);
        }
        CommitmentType type = policy.instruments().commitments().get(item.type());
        if (type == null || !type.subjects().contains(giver.kind())) {
            return refused(item, Reason.NOT_FOR_SUBJECT);
        }
        Refused barred = item.handling() == Handling.FREE ? null : barred(item, standing, today);
        if (barred != null) {
            return barred;
        }
        boolean goesOn = standing.earlier().stream()
                .anyMatch(
                        promise -> promise.item().equals(id) && promise.stage().open() && promise.shown(today));
        return goesOn ? refused(item, Reason.GOES_ON) : null;
    }

    /** A commitment that stands in place of papers is not taken from whoever broke one, until that is repaired or over. */
    private static @Nullable Refused barred(CommitmentItem item, Standing standing, LocalDate today) {
        if (standing.severe()) {
            return refused(item, Reason.SEVERE_RECORD);
        }
        for (Promise promise : standing.earlier()) {
            LocalDate until = promise.breachUntil(today);
            if (until != null) {
                return refused(item, Reason.EARLIER_BREACH, promise.number(), until.toString());
            }
        }
        return null;
    }

    /** Whether what was signed fits the matter; null when it does. */
    static @Nullable Refused unfit(CommitmentItem item, String authority, Act.Sign act, LocalDate today) {
        if (!item.acceptedBy().contains(authority)) {
            return refused(item, Reason.NO_BODY);
        }
        if (act.statement().isBlank()) {
            return refused(item, Reason.NOT_SAID);
        }
        Set<String> papers = item.papers().stream().map(CommitmentType.Part::id).collect(Collectors.toSet());
        boolean follow = item.handling() == Handling.PAPERS_FOLLOW;
        if (follow == act.missing().isEmpty() || !papers.containsAll(act.missing())) {
            return refused(item, Reason.PAPERS);
        }
        LocalDate until = act.until();
        return until != null && until.isBefore(today) ? refused(item, Reason.END_FIRST) : null;
    }

    static Refused refused(CommitmentItem item, Reason reason, String... facts) {
        return new Refused(reason, List.of(facts), item.rule().id());
    }
}
