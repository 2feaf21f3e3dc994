package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.store.CaseStore.Scope;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;

/** As whom somebody acts in a case. The credit office is never the body that made a finding, whatever it may deliver. */
public final class Parties {

    private final Organisations organisations;
    private final PolicyInForce inForce;

    public Parties(Organisations organisations, PolicyInForce inForce) {
        this.organisations = organisations;
        this.inForce = inForce;
    }

    /** @param authority code of the body that the case is with; its successor acts for it */
    public Set<Party> of(Actor actor, String authority, long organisation, LocalDate today) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (own(actor).contains(organisation)) {
            parties.add(Party.ORGANISATION);
        }
        if (isOffice(actor)) {
            parties.add(Party.OFFICE);
        } else if (SourceScope.toAct(actor, inForce.policy(), today).covers(authority)) {
            parties.add(Party.SOURCE);
        }
        if (atWindow(actor)) {
            parties.add(Party.WINDOW);
        }
        if (actor.may(Permission.PUSH_REPAIRS)) {
            parties.add(Party.PORTAL);
        }
        return parties;
    }

    /** As whom somebody acts in a case that stands: the window only in those that it opened. */
    public Set<Party> in(CaseFile file, Actor actor, LocalDate today) {
        Opening opening = file.opening();
        Set<Party> parties = of(actor, opening.authority(), opening.organisationId(), today);
        if (!file.openedAtWindowBy(actor.name())) {
            parties.remove(Party.WINDOW);
        }
        return parties;
    }

    /** Whether somebody hands in for an organisation that presents itself. The credit office does not, unless it has that post too. */
    public static boolean atWindow(Actor actor) {
        return actor.organisation() == null && actor.may(Permission.QUERY_AT_WINDOW);
    }

    private static boolean isOffice(Actor actor) {
        return actor.may(Permission.DELIVER_FOR_ALL);
    }

    /** Cases that somebody may see: those of the own body, the own ones, those opened at the own window, or all for the office and for who oversees or pushes. */
    public Scope sight(Actor actor, LocalDate today) {
        if (actor.may(Permission.OVERSEE) || actor.may(Permission.PUSH_REPAIRS) || isOffice(actor)) {
            return Scope.ALL;
        }
        if (actor.organisation() != null) {
            return new Scope(null, own(actor), inWhichItHasAPart());
        }
        Scope ofBody =
                new Scope(SourceScope.toAct(actor, inForce.policy(), today).codes(), null);
        return atWindow(actor) ? ofBody.andOpenedBy(actor.name()) : ofBody;
    }

    /** Kinds in which the organisation may do something. Of the others, such as tip-offs against it, it sees nothing: whoever told is protected. */
    private Set<String> inWhichItHasAPart() {
        return inForce.policy().instruments().cases().values().stream()
                .filter(kind ->
                        kind.actions().stream().anyMatch(action -> action.by().contains(Party.ORGANISATION)))
                .map(CaseKind::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every id under which the actor's organisation stood: what was written before a merger is its own still. */
    private Set<Long> own(Actor actor) {
        String code = actor.organisation();
        return code == null
                ? Set.of()
                : organisations
                        .findByCode(code)
                        .map(organisation -> organisations.idsOf(organisation.id()))
                        .orElse(Set.of());
    }
}
