package org.xinheng.server.access.guard;

import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.xinheng.server.access.account.AccessSettings;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.oidc.NothingKept;
import org.xinheng.server.access.oidc.OidcSettings;
import org.xinheng.server.access.oidc.Provider;
import org.xinheng.server.access.second.SecondFactors;

/** How people sign in to pages and out again: password, second factor, identity provider, end of sessions. */
final class PageDoor {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final AccessSettings settings;
    private final OidcSettings oidc;
    private final Clock clock;

    PageDoor(Accounts accounts, SecondFactors factors, AccessSettings settings, OidcSettings oidc, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.settings = settings;
        this.oidc = oidc;
        this.clock = clock;
    }

    SessionFilter sessions() {
        return new SessionFilter(accounts, settings.session(), clock);
    }

    void open(HttpSecurity http) {
        SignedIn signedIn = new SignedIn();
        SecondStep second = new SecondStep(accounts, factors, settings, clock, signedIn);
        http.formLogin(form ->
                        form.loginPage("/login").failureUrl("/login?failed").successHandler(signedIn))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .addFilterBefore(sessions(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new SecondStepFilter(second), AnonymousAuthenticationFilter.class);
        if (oidc.given()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .failureUrl("/login?unknown")
                    .clientRegistrationRepository(new Provider(oidc))
                    .authorizedClientRepository(new NothingKept())
                    .successHandler(new ProviderSignIn(accounts, clock, signedIn, oidc.accountClaim())));
        }
    }
}
