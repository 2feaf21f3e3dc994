package org.xinheng.server.access.guard;

import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.account.Accounts.Account;

/** What a session remembers of a clerk. */
record SignedInClerk(Account account, Instant since) implements AuthenticatedPrincipal {

    Actor actor() {
        return account.actor();
    }

    @Override
    public String getName() {
        return account.actor().name();
    }
}
