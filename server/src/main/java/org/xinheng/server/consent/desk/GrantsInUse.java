package org.xinheng.server.consent.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.xinheng.core.consent.Ruling;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.server.access.Actor;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.consent.store.ConsentStore;

/** Grants for uses of other modules; the same guard as for files. */
final class GrantsInUse implements StandingConsents {

    private final ConsentStore store;
    private final Surroundings around;

    GrantsInUse(ConsentStore store, Surroundings around) {
        this.store = store;
        this.around = around;
    }

    @Override
    public State of(Collection<Long> organisations, Use use) {
        LocalDate today = around.today();
        Why why = null;
        for (Consent consent : store.of(organisations, use)) {
            LocalDate last = consent.grant().life().last();
            if (consent.standsOn(today) && last != null) {
                return new State.Stands(consent.id(), last);
            }
            why = why == null ? why(consent, today) : why;
        }
        return new State.Not(why == null ? Why.NEVER_GRANTED : why);
    }

    private static Why why(Consent consent, LocalDate today) {
        return switch (consent.standing()) {
            case PAUSED -> Why.PAUSED;
            case REVOKED -> Why.REVOKED;
            case ACTIVE -> today.isBefore(consent.grant().life().first()) ? Why.NOT_YET : Why.OVER;
        };
    }

    @Override
    public Reading read(Actor actor, Collection<Long> organisations, Use use, String fileNumber) {
        var asked = new org.xinheng.core.consent.Reading(use.reader(), use.purpose(), Set.of(use.data()));
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            Reading refused = Reading.REFUSED;
            for (long id :
                    store.of(organisations, use).stream().map(Consent::id).toList()) {
                store.lock(id);
                Consent consent = store.find(id).orElseThrow();
                switch (GrantRuling.of(consent, asked, store, around.today())) {
                    case Ruling.Permitted _ -> {
                        append(actor, consent, use, fileNumber);
                        return Reading.PERMITTED;
                    }
                    case Ruling.Refused(var why) when why == Refusal.TOO_OFTEN -> refused = Reading.TOO_OFTEN;
                    case Ruling.Refused _ -> {}
                }
            }
            return refused;
        }));
    }

    /** What is handed over under a grant and is no file is one result. */
    private static final int ONE_RESULT = 1;

    private void append(Actor actor, Consent consent, Use use, String fileNumber) {
        var read = new ConsentStore.Read(
                0, consent.id(), around.now(), actor.name(), fileNumber, List.of(use.data()), ONE_RESULT);
        store.append(read, around.today(), actor.kind().name(), use.reader(), List.of());
    }

    @Override
    public Page granted(Use use, long after, int size) {
        List<Long> organisations = new ArrayList<>();
        long upTo = after;
        for (ConsentStore.Granted one : store.granted(use, after, around.today(), size)) {
            organisations.add(one.organisation());
            upTo = one.consent();
        }
        return new Page(organisations, upTo);
    }
}
