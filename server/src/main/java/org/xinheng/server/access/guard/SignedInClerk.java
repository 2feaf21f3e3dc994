package org.xinheng.server.access.guard;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.account.Accounts.Account;

/** What a session remembers of a clerk. */
record SignedInClerk(Account account, Instant since, Step step) implements AuthenticatedPrincipal {

    /** How far the sign-in has come. */
    enum Step {
        /** The password was right, the code of the second factor is still to be typed: nobody has signed in yet. */
        CODE,
        /** Has to set up a second factor first and reaches nothing else. */
        SET_UP,
        DONE
    }

    /** Whom the requests of the session come from; empty until the sign-in is complete. */
    Optional<Actor> actor() {
        return switch (step) {
            case CODE -> Optional.empty();
            case SET_UP -> Optional.of(nothingButTheAccount());
            case DONE -> Optional.of(account.actor());
        };
    }

    private Actor nothingButTheAccount() {
        Actor whole = account.actor();
        Set<Permission> kept = EnumSet.of(Permission.OWN_ACCOUNT);
        return new Actor(whole.name(), whole.kind(), whole.source(), whole.organisation(), kept);
    }

    SignedInClerk done() {
        return new SignedInClerk(account, since, Step.DONE);
    }

    @Override
    public String getName() {
        return account.actor().name();
    }
}
