package org.xinheng.core.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.xinheng.core.listing.ListingStore.Opened;
import org.xinheng.core.listing.ListingStore.Opening;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.Policy;

/** Takes acts through the guard into the store: the same act twice is done once, and of two at once one is told. */
public final class ListingDesk {

    private final Policy policy;
    private final ListingGuard guard;
    private final ListingStore store;
    private final ZoneId zone;

    public ListingDesk(Policy policy, ListingStore store, ZoneId zone) {
        this.policy = policy;
        this.guard = new ListingGuard(policy, zone);
        this.store = store;
        this.zone = zone;
    }

    /** @param key of the form that was sent */
    public Outcome propose(String list, Subject subject, Act.Propose act, Officer by, Instant now, String key) {
        Proceeding blank = new Proceeding(0, list, subject, by.authority(), List.of());
        return switch (guard.judge(blank, act, by, now)) {
            case Refused refused -> refused;
            case Accepted accepted -> opened(accepted, key);
        };
    }

    private Outcome opened(Accepted accepted, String key) {
        Proceeding planned = accepted.proceeding();
        Opening opening = new Opening(planned.list(), nature(planned), planned.subject(), planned.authority());
        Step proposal = planned.steps().getFirst();
        return switch (store.open(opening, proposal, key)) {
            case Opened.New(Proceeding proceeding) ->
                new Accepted(proceeding, accepted.stage(), accepted.dues(), false);
            case Opened.Before(Proceeding before) ->
                same(before.steps().getFirst(), proposal)
                        ? new Accepted(before, before.stage(day(proposal.at())), accepted.dues(), true)
                        : overtaken(before);
            case Opened.GoesOn _ -> new Refused(Reason.GOES_ON, List.of(), rule(planned));
        };
    }

    /**
     * @param seen number of the last step that the officer saw: an act after another one that was not seen is refused
     */
    public Outcome act(long id, int seen, Act act, Officer by, Instant now) {
        Proceeding proceeding = store.find(id).orElse(null);
        if (proceeding == null) {
            return new Refused(Reason.UNKNOWN, List.of(), null);
        }
        if (seen != proceeding.steps().size()) {
            return seen >= 0
                            && seen < proceeding.steps().size()
                            && same(proceeding.steps().get(seen), act, by)
                    ? new Accepted(proceeding, proceeding.stage(day(now)), List.of(), true)
                    : overtaken(proceeding);
        }
        return switch (guard.judge(proceeding, act, by, now)) {
            case Refused refused -> refused;
            case Accepted accepted ->
                store.append(proceeding, accepted.proceeding().steps().getLast(), nature(proceeding))
                        ? accepted
                        : act(id, seen, act, by, now);
        };
    }

    private static boolean same(Step before, Step now) {
        return same(before, now.act(), now.by());
    }

    private static boolean same(Step before, Act act, Officer by) {
        return before.act().equals(act) && before.by().equals(by);
    }

    private Refused overtaken(Proceeding proceeding) {
        return new Refused(
                Reason.OVERTAKEN,
                List.of(proceeding.last().map(step -> step.by().name()).orElse("")),
                rule(proceeding));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private ListRule list(Proceeding proceeding) {
        return policy.instruments().list(proceeding.list()).orElseThrow();
    }

    private String rule(Proceeding proceeding) {
        return list(proceeding).rule().id();
    }

    private Nature nature(Proceeding proceeding) {
        return list(proceeding).nature();
    }
}
