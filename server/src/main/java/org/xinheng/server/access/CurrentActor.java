package org.xinheng.server.access;

import java.util.Optional;

/** The actor behind the request of this thread. */
public interface CurrentActor {

    Optional<Actor> find();

    /** @throws org.springframework.security.access.AccessDeniedException when nobody is signed in or it may not */
    Actor require(Permission permission);
}
