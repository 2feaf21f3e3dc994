package org.xinheng.server.policy;

import java.time.LocalDate;
import java.util.Set;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Succession;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;

/**
 * Whose data an actor may see or touch: its own source's and those of bodies whose functions its source took over
 * (职能承继), or everybody's.
 *
 * @param all every source's
 * @param codes codes of the sources, when not all; empty for an actor without a source
 */
public record SourceScope(boolean all, Set<String> codes) {

    public SourceScope {
        codes = Set.copyOf(codes);
    }

    /** What it may read. */
    public static SourceScope toSee(Actor actor, Policy policy, LocalDate today) {
        boolean all = actor.may(Permission.OVERSEE) || actor.may(Permission.DELIVER_FOR_ALL);
        return all ? new SourceScope(true, Set.of()) : own(actor, policy, today);
    }

    /** What it may decide about: whoever only oversees decides nothing. */
    public static SourceScope toAct(Actor actor, Policy policy, LocalDate today) {
        if (actor.may(Permission.DELIVER_FOR_ALL)) {
            return new SourceScope(true, Set.of());
        }
        return actor.may(Permission.DELIVER) ? own(actor, policy, today) : new SourceScope(false, Set.of());
    }

    /** @param source code of a source */
    public boolean covers(String source) {
        return all || codes.contains(source);
    }

    private static SourceScope own(Actor actor, Policy policy, LocalDate today) {
        if (actor.source() == null) {
            return new SourceScope(false, Set.of());
        }
        Authority own = policy.authority(actor.source()).orElse(null);
        if (own == null) {
            return new SourceScope(false, Set.of(actor.source()));
        }
        return new SourceScope(false, new Succession(policy, today).actsFor(own));
    }
}
