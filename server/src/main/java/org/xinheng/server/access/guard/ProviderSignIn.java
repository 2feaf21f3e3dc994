package org.xinheng.server.access.guard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Accounts.Account;
import org.xinheng.server.access.guard.SignedInClerk.Step;

/**
 * Whom the identity provider vouches for acts as the account of that name here, with its roles and its department; without
 * such an account nobody has signed in. The provider answers for second factors.
 */
final class ProviderSignIn implements AuthenticationSuccessHandler {

    private final Accounts accounts;
    private final Clock clock;
    private final SignedIn signedIn;
    private final String claim;
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    ProviderSignIn(Accounts accounts, Clock clock, SignedIn signedIn, String claim) {
        this.accounts = accounts;
        this.clock = clock;
        this.signedIn = signedIn;
        this.claim = claim;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Optional<Account> account = authentication.getPrincipal() instanceof OidcUser user
                ? Optional.ofNullable(user.getClaimAsString(claim)).flatMap(accounts::find)
                : Optional.empty();
        if (account.isPresent()) {
            signedIn.let(request, response, new SignedInClerk(account.get(), clock.instant(), Step.DONE));
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        redirect.sendRedirect(request, response, "/login?unknown");
    }
}
