package org.xinheng.server.access.guard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.xinheng.server.access.account.AccessSettings;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Accounts.Account;
import org.xinheng.server.access.second.SecondFactors;

/** Judges the code that is typed after the password; wrong codes count as wrong passwords do. */
final class SecondStep {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final AccessSettings settings;
    private final Clock clock;
    private final SignedIn signedIn;
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    SecondStep(Accounts accounts, SecondFactors factors, AccessSettings settings, Clock clock, SignedIn signedIn) {
        this.accounts = accounts;
        this.factors = factors;
        this.settings = settings;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    void judge(HttpServletRequest request, HttpServletResponse response, SignedInClerk clerk)
            throws IOException, ServletException {
        String name = clerk.getName();
        if (isLocked(name)) {
            end(request, response);
            return;
        }
        String typed = Optional.ofNullable(request.getParameter("code")).orElse("");
        if (factors.accepts(name, typed)) {
            accounts.succeeded(name);
            signedIn.let(request, response, clerk.done());
            return;
        }
        accounts.failed(name, settings.failures(), settings.lock());
        if (isLocked(name)) {
            end(request, response);
        } else {
            redirect.sendRedirect(request, response, SecondStepFilter.CODE_PAGE + "?failed");
        }
    }

    private boolean isLocked(String name) {
        return accounts.find(name).filter(this::isOpen).isEmpty();
    }

    private boolean isOpen(Account account) {
        return !account.lockedAt(clock.instant());
    }

    private void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        redirect.sendRedirect(request, response, "/login?failed");
    }
}
