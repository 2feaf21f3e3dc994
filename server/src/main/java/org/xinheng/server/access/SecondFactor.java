package org.xinheng.server.access;

import java.util.List;
import java.util.Optional;

/** Second factor of a clerk's account (双因素认证): a telephone that shows a new code every half minute (RFC 6238). */
public interface SecondFactor {

    /** Whether the actor has an open account here; whoever signs in elsewhere, and a program, has none. */
    boolean hasAccount(Actor actor);

    /** Whether the account signs in with a code. */
    boolean stands(Actor actor);

    /** A new secret for the account; it counts for nothing until {@link #confirm}. One that was begun before is forgotten. */
    Offered offer(Actor actor);

    /**
     * Puts the secret that was offered in force and ends the sessions of the account: whoever goes on shows the telephone.
     *
     * @param code what the telephone shows
     * @return codes for a lost telephone, each good once, shown this one time; empty when the code is wrong or nothing was offered
     */
    Optional<List<String>> confirm(Actor actor, String code);

    /**
     * @param text the secret to type, in base 32
     * @param uri the same for a picture, as telephones read it
     */
    record Offered(String text, String uri) {}
}
