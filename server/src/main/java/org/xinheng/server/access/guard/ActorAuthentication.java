package org.xinheng.server.access.guard;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.xinheng.server.access.Actor;

/** A request of an API client whose token was found to hold. */
final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        super(List.of());
        this.actor = actor;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.name();
    }
}
