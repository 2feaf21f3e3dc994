package org.xinheng.server.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Offer;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.PromiseGuard;
import org.xinheng.core.commitment.Reason;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The only way to a commitment and to its breach. Every act goes through the guard of the domain, is kept for good, and takes effect
 * in the same transaction or not at all. Who does not sign leaves no trace.
 */
public final class Commitments {

    private final PromiseStore store;
    private final Standings standings;
    private final PolicyInForce inForce;
    private final Clock clock;
    private final Effects effects;

    Commitments(PromiseStore store, Standings standings, PolicyInForce inForce, Clock clock, Effects effects) {
        this.store = store;
        this.standings = standings;
        this.inForce = inForce;
        this.clock = clock;
        this.effects = effects;
    }

    /** What follows an act, and the transaction in which it does. */
    record Effects(
            TransactionTemplate transaction,
            CommitmentRecords records,
            CommitmentDocuments documents,
            ApplicationEventPublisher events) {}

    /** Why no commitment is offered; empty when one is. Nothing is kept of the question. */
    public Optional<Refused> refusal(String item, Organisation party) {
        return new Offer(inForce.policy()).refusal(item, giver(party), standing(party.id()), today());
    }

    /** @param key of the form that was sent: sent again, it signs nothing, and with other contents it is refused */
    public Outcome sign(Promise blank, Act.Sign act, Officer by, String key) {
        return inTransaction(() -> {
            store.lock();
            Promise before = store.ofForm(key).orElse(null);
            if (before != null) {
                return same(before, blank, act) ? new Accepted(before) : new Refused(Reason.OVERTAKEN, List.of(), null);
            }
            Outcome outcome =
                    guard().sign(blank, act, by, standing(blank.giver().organisation()), clock.instant());
            return outcome instanceof Accepted(Promise signed) ? opened(signed, key) : outcome;
        });
    }

    /** What cannot become a record is refused, and nothing of it stands. */
    private Outcome inTransaction(Supplier<Outcome> act) {
        try {
            return Objects.requireNonNull(effects.transaction().execute(_ -> act.get()));
        } catch (RecordUnfit unfit) {
            return new Refused(Reason.RECORD_UNFIT, List.of(String.join(", ", unfit.codes())), null);
        }
    }

    private boolean same(Promise before, Promise blank, Act.Sign act) {
        return before.signed().equals(act)
                && before.item().equals(blank.item())
                && before.authority().equals(blank.authority())
                && standings.same(before.giver().organisation(), blank.giver().organisation());
    }

    private Accepted opened(Promise signed, String key) {
        Policy policy = inForce.policy();
        String division = policy.authority(signed.authority())
                .map(authority -> authority.division())
                .orElse(policy.place().division());
        Promise kept = store.open(signed, division, key);
        follow(kept);
        return new Accepted(kept);
    }

    private void follow(Promise promise) {
        CommitmentItem item = item(promise);
        effects.records().follow(promise, item);
        effects.documents().serve(promise, item);
    }

    /** @param seen number of the last step that the actor saw */
    public Outcome act(long id, int seen, Act act, Officer by) {
        return inTransaction(() -> {
            Promise promise = store.find(id).orElseThrow();
            if (promise.steps().size() != seen) {
                boolean repeated = promise.steps().size() > seen
                        && seen > 0
                        && promise.steps().get(seen).act().equals(act)
                        && promise.steps().get(seen).by().equals(by);
                return repeated ? new Accepted(promise) : overtaken(promise);
            }
            Outcome outcome = guard().judge(promise, act, by, clock.instant());
            return outcome instanceof Accepted(Promise after) ? kept(after) : outcome;
        });
    }

    private Outcome kept(Promise after) {
        if (!store.append(after.id(), after.steps().getLast())) {
            return overtaken(after);
        }
        follow(after);
        if (after.steps().getLast().act() instanceof Act.Decide decide && decide.broken()) {
            effects.events().publishEvent(new CommitmentBroken(after.id()));
        }
        return new Accepted(after);
    }

    private Refused overtaken(Promise promise) {
        return new Refused(Reason.OVERTAKEN, List.of(), item(promise).rule().id());
    }

    public Optional<Promise> find(long id) {
        return store.find(id);
    }

    /** Newest first, those that were given under entries merged into it since among them. */
    public List<Promise> of(Organisation organisation) {
        return of(List.of(organisation));
    }

    /** The same of several organisations, all in one row. */
    public List<Promise> of(Collection<Organisation> organisations) {
        return store.ofOrganisations(organisations.stream()
                .flatMap(organisation -> organisation.ids().stream())
                .toList());
    }

    /**
     * Newest first.
     *
     * @param authority id of the accepting body; null for all
     * @param before id before which the page begins
     */
    public List<Promise> list(@Nullable String authority, long before, int limit) {
        return store.list(authority, before, limit);
    }

    /** How many organisations have signed, by matter. */
    public Map<String, Long> signers() {
        return store.signers();
    }

    public Promise.Giver giver(Organisation party) {
        return new Promise.Giver(
                party.id(),
                SubjectKind.ofCategory(party.kind(), inForce.policy().codes()));
    }

    private Offer.Standing standing(long organisation) {
        return standings.of(organisation, today());
    }

    private CommitmentItem item(Promise promise) {
        return inForce.policy()
                .instruments()
                .commitmentItems()
                .item(promise.item())
                .orElseThrow();
    }

    private PromiseGuard guard() {
        return new PromiseGuard(inForce.policy(), clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
