package org.xinheng.server.policy.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackContent;
import org.xinheng.packs.PackDiff;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.access.Actor;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activation.Kind;
import org.xinheng.server.policy.Activations;

/** Proposals and approvals as the database keeps them. */
public final class StoredActivations implements Activations {

    private final PackFolder folder;
    private final Editions editions;
    private final ActivationStore store;
    private final PackSwitch packs;
    private final Clock clock;

    public StoredActivations(
            PackFolder folder, Editions editions, ActivationStore store, PackSwitch packs, Clock clock) {
        this.folder = folder;
        this.editions = editions;
        this.store = store;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public Outcome propose(Proposal proposal, Actor actor) {
        if (proposal.firstDay().isBefore(packs.today())) {
            return new Outcome.Refused(Reason.DAY_PAST);
        }
        try {
            return switch (folder.read(proposal.pack())) {
                case PackLoading.Faulty(var faults) -> new Outcome.Faulty(faults);
                case PackLoading.Loaded(Policy policy) -> propose(proposal, policy, actor);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome propose(Proposal proposal, Policy policy, Actor actor) throws IOException {
        PackContent content = folder.content(proposal.pack());
        boolean asLookedAt = proposal.version() == null || proposal.version().equals(policy.version());
        if (!asLookedAt || !content.version().equals(policy.version())) {
            return new Outcome.Refused(Reason.OTHER_VERSION);
        }
        Standing now = packs.now();
        if (now.coming().isEmpty() && now.inForce().version().equals(policy.version())) {
            return new Outcome.Refused(Reason.NOTHING_NEW);
        }
        editions.keep(Edition.of(policy, folder.packs()), content);
        boolean alone = !now.inForce().policy().place().secondPerson();
        var wanted = new ActivationStore.Wanted(
                policy.version(),
                now.inForce().version(),
                proposal.firstDay(),
                proposal.reason(),
                actor.name(),
                proposal.operator());
        return done(store.propose(wanted, clock.instant(), alone));
    }

    @Override
    public Outcome approve(long id, Actor actor) {
        Activation activation = find(id).orElse(null);
        if (activation == null) {
            return new Outcome.Refused(Reason.UNKNOWN);
        }
        Reason reason = against(activation, actor);
        if (reason != null) {
            return new Outcome.Refused(reason);
        }
        return store.step(id, Kind.APPROVED, actor.name(), "", clock.instant())
                ? done(id)
                : new Outcome.Refused(Reason.ALREADY_APPROVED);
    }

    private @Nullable Reason against(Activation activation, Actor actor) {
        if (!activation.isOpen()) {
            return Reason.ALREADY_ENDED;
        }
        if (activation.has(Kind.APPROVED)) {
            return Reason.ALREADY_APPROVED;
        }
        if (actor.kind() != Actor.Kind.CLERK) {
            return Reason.NO_PERSON;
        }
        if (activation.isBy(actor.name())) {
            return Reason.OWN_PROPOSAL;
        }
        if (activation.firstDay().isBefore(packs.today())) {
            return Reason.DAY_PAST;
        }
        return lies(activation) ? null : Reason.OTHER_VERSION;
    }

    private boolean lies(Activation activation) {
        try {
            return folder.content(activation.pack()).version().equals(activation.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome callOff(long id, String reason, Actor actor) {
        Activation activation = find(id).orElse(null);
        if (activation == null) {
            return new Outcome.Refused(Reason.UNKNOWN);
        }
        return activation.isOpen() && store.step(id, Kind.CALLED_OFF, actor.name(), reason, clock.instant())
                ? done(id)
                : new Outcome.Refused(Reason.ALREADY_ENDED);
    }

    private Outcome done(long id) {
        packs.look();
        return new Outcome.Done(find(id).orElseThrow());
    }

    @Override
    public List<Activation> list() {
        packs.now();
        return store.all().reversed();
    }

    @Override
    public Optional<Activation> find(long id) {
        packs.now();
        return store.all().stream().filter(activation -> activation.id() == id).findFirst();
    }

    @Override
    public Optional<Activation> current() {
        return Optional.ofNullable(packs.now().current());
    }

    @Override
    public List<Activation> coming() {
        return packs.now().coming();
    }

    @Override
    public Optional<Activation> refused() {
        return Optional.ofNullable(packs.now().refused());
    }

    @Override
    public LocalDate firstDay() {
        return LocalDate.ofInstant(store.firstKept(), clock.getZone());
    }

    @Override
    public PackDiff changes(String pack) {
        Policy now = packs.now().inForce().policy();
        try {
            return PackDiff.between(
                    new PackDiff.Place(editions.folder(now.version()), now.pack()),
                    new PackDiff.Place(folder.packs(), pack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
