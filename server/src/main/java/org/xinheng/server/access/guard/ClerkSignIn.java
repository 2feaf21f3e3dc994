package org.xinheng.server.access.guard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xinheng.server.access.account.AccessSettings;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Accounts.Account;
import org.xinheng.server.access.account.Secrets;
import org.xinheng.server.access.guard.SignedInClerk.Step;
import org.xinheng.server.access.second.SecondFactors;

/**
 * Judges name and password of a clerk; too many wrong ones lock the account, and a locked one costs as much time to refuse.
 * Where a second factor stands, the password alone signs nobody in, and does not forget the wrong codes before it.
 */
final class ClerkSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SecondFactors factors;
    private final AccessSettings settings;
    private final Clock clock;
    private final String nobodysHash;

    ClerkSignIn(
            Accounts accounts, PasswordEncoder passwords, SecondFactors factors, AccessSettings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.settings = settings;
        this.clock = clock;
        this.nobodysHash = passwords.encode(Secrets.generate());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(name);
        String hash = found.map(Account::passwordHash).orElse(nobodysHash);
        boolean right = passwords.matches(password, hash);
        if (found.isEmpty()) {
            throw new BadCredentialsException("sign-in refused");
        }
        if (found.get().lockedAt(now)) {
            throw new LockedException("sign-in refused");
        }
        if (!right) {
            accounts.failed(name, settings.failures(), settings.lock());
            throw new BadCredentialsException("sign-in refused");
        }
        Step step = step(found.get());
        if (step != Step.CODE) {
            accounts.succeeded(name);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInClerk(found.get(), now, step), null, List.of());
    }

    private Step step(Account account) {
        if (factors.stands(account.actor())) {
            return Step.CODE;
        }
        boolean officer = account.actor().organisation() == null;
        return settings.secondFactor() && officer ? Step.SET_UP : Step.DONE;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
