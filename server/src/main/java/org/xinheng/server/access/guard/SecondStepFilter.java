package org.xinheng.server.access.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinheng.server.access.guard.SignedInClerk.Step;

/**
 * Holds whoever has not finished signing in at the next step: the code of the second factor, or setting one up. Judges the
 * code itself, as the form of the password is judged by a filter.
 */
final class SecondStepFilter extends OncePerRequestFilter {

    static final String CODE_PAGE = "/login/code";
    static final String SET_UP_PAGE = "/account/second-factor";
    private static final Set<String> ALWAYS = Set.of("/logout", "/error", "/login");

    private final SecondStep second;
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    SecondStepFilter(SecondStep second) {
        this.second = second;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInClerk clerk) {
            hold(clerk, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void hold(SignedInClerk clerk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Step step = clerk.step();
        String path = request.getRequestURI();
        if (step == Step.DONE || ALWAYS.contains(path) || path.startsWith("/assets/")) {
            chain.doFilter(request, response);
            return;
        }
        String page = step == Step.CODE ? CODE_PAGE : SET_UP_PAGE;
        if (!path.equals(page)) {
            redirect.sendRedirect(request, response, page);
        } else if (step == Step.CODE && HttpMethod.POST.matches(request.getMethod())) {
            second.judge(request, response, clerk);
        } else {
            chain.doFilter(request, response);
        }
    }
}
