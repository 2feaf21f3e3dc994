package org.xinheng.server.access.guard;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;

/** Reads the actor off the security context of this thread. */
public final class ActorOfRequest implements CurrentActor {

    @Override
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case Actor client -> Optional.of(client);
            case SignedInClerk clerk -> clerk.actor();
            case null, default -> Optional.empty();
        };
    }

    @Override
    public Actor require(Permission permission) {
        return find().filter(actor -> actor.may(permission))
                .orElseThrow(() -> new AccessDeniedException("permission missing"));
    }
}
