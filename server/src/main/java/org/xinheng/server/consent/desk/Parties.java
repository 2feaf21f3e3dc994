package org.xinheng.server.consent.desk;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;

/** Who is behind an actor: the organisation that signed in, or the institution that reads. */
public final class Parties {

    private final Organisations organisations;

    public Parties(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The organisation that signed in itself; empty for everybody else, and for one that the register does not hold. */
    public Optional<Organisation> organisation(Actor actor) {
        return actor.organisation() == null ? Optional.empty() : organisations.findByCode(actor.organisation());
    }

    public Optional<Organisation> organisation(long id) {
        return organisations.find(id);
    }

    /** Ids under which the register knows an organisation, entries merged into it included. */
    public Set<Long> ids(Organisation organisation) {
        return organisations.idsOf(organisation.id());
    }

    /** Id of the institution that an actor reads for: a client is one, an account belongs to one; null for everybody else. */
    public static @Nullable String reader(Actor actor) {
        if (!actor.may(Permission.READ_CONSENTED)) {
            return null;
        }
        return actor.kind() == Actor.Kind.CLIENT ? actor.name() : actor.source();
    }
}
