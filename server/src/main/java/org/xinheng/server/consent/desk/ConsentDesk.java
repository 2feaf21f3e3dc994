package org.xinheng.server.consent.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.consent.GrantCheck;
import org.xinheng.core.consent.Standing;
import org.xinheng.server.access.Actor;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.ConsentMoved;
import org.xinheng.server.consent.store.ConsentStore;
import org.xinheng.server.consent.store.ConsentStore.Read;
import org.xinheng.server.consent.store.ConsentStore.Signature;
import org.xinheng.server.organisation.Organisation;

/** The organisation's side: it signs, pauses and revokes, and sees who read. Nobody acts for it. */
public final class ConsentDesk {

    private final ConsentStore store;
    private final Parties parties;
    private final Surroundings around;

    public ConsentDesk(ConsentStore store, Parties parties, Surroundings around) {
        this.store = store;
        this.parties = parties;
        this.around = around;
    }

    public Surroundings around() {
        return around;
    }

    public Parties parties() {
        return parties;
    }

    /** What came of a grant that is to be signed. */
    public sealed interface Drafting {

        /** @param sha256 of the wording, as 64 hexadecimal digits: who signs says what he has read by it */
        record Ready(Grant grant, String wording, String sha256) implements Drafting {}

        record Faulty(Set<GrantCheck.Fault> faults) implements Drafting {}
    }

    /** The text that would be signed today. */
    public Drafting draft(Organisation party, Grant grant) {
        Set<GrantCheck.Fault> faults = GrantCheck.faults(grant, around.rules(), around.today());
        if (!faults.isEmpty()) {
            return new Drafting.Faulty(EnumSet.copyOf(faults));
        }
        String wording = Wording.of(grant, party, around.policy(), around.today());
        return new Drafting.Ready(grant, wording, Wording.hex(wording));
    }

    /** What came of a signature. */
    public sealed interface Signing {

        record Signed(long id) implements Signing {}

        /** What was read is not what would be signed: rules or the day changed meanwhile, or the form signed something else before. */
        record OtherText(Drafting.Ready now) implements Signing {}

        record Faulty(Set<GrantCheck.Fault> faults) implements Signing {}
    }

    /**
     * @param seen SHA-256 of the text that the signer read
     * @param formKey of the form; sent twice it grants once, and with another text nothing
     */
    public Signing sign(Actor actor, Organisation party, Grant grant, String seen, String formKey) {
        return switch (draft(party, grant)) {
            case Drafting.Faulty(var faults) -> new Signing.Faulty(faults);
            case Drafting.Ready ready when !ready.sha256().equals(seen) -> new Signing.OtherText(ready);
            case Drafting.Ready ready ->
                signed(actor, party, ready, formKey)
                        .<Signing>map(Signing.Signed::new)
                        .orElseGet(() -> new Signing.OtherText(ready));
        };
    }

    private Optional<Long> signed(Actor actor, Organisation party, Drafting.Ready ready, String formKey) {
        Signature signature = new Signature(
                formKey,
                party.id(),
                Set.copyOf(around.rules().recordTypes(ready.grant().data())),
                ready.wording(),
                Wording.sha256(ready.wording()),
                around.policy().version(),
                actor.name(),
                around.now());
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            Optional<Long> id = store.sign(ready.grant(), signature);
            id.ifPresent(this::moved);
            return id;
        }));
    }

    private void moved(long id) {
        Consent consent = store.find(id).orElseThrow();
        around.events()
                .publishEvent(new ConsentMoved(
                        id, consent.organisationId(), consent.grant().reader()));
    }

    /** Those of the organisation that signed in, newest first. */
    public List<Consent> list(Actor actor, long before, int size) {
        return parties.organisation(actor)
                .map(party -> store.ofOrganisations(parties.ids(party), before, size))
                .orElse(List.of());
    }

    /** Empty for a grant of anybody else. */
    public Optional<Consent> find(Actor actor, long id) {
        return parties.organisation(actor)
                .flatMap(party ->
                        store.find(id).filter(consent -> parties.ids(party).contains(consent.organisationId())));
    }

    /** Every read under a grant, newest first. */
    public List<Read> reads(Consent consent, int most) {
        return store.reads(consent.id(), most);
    }

    /**
     * Pauses, resumes or revokes; what it brings about holds from the commit on, and every read asks the database.
     *
     * @return false when the grant does not stand so that this could be done; empty when there is none of the actor's
     */
    public Optional<Boolean> step(Actor actor, long id, Standing.Act act) {
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            store.lock(id);
            return find(actor, id).map(consent -> {
                if (!consent.standing().allows(act)) {
                    return false;
                }
                store.step(id, act, actor.name(), around.now());
                moved(id);
                return true;
            });
        }));
    }
}
