package org.xinheng.server.access.guard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.xinheng.server.access.guard.SignedInClerk.Step;

/** Where a clerk goes who has signed in: on to the page asked for before, else to the own room, or to the step that is still missing. */
final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    /** Sends everybody to the own room. */
    private static final String ROOM = "/room";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignedIn() {
        setDefaultTargetUrl(ROOM);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Step step = authentication.getPrincipal() instanceof SignedInClerk clerk ? clerk.step() : Step.DONE;
        switch (step) {
            case CODE -> getRedirectStrategy().sendRedirect(request, response, SecondStepFilter.CODE_PAGE);
            case SET_UP -> getRedirectStrategy().sendRedirect(request, response, SecondStepFilter.SET_UP_PAGE);
            case DONE -> super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** Keeps in the session who has signed in, under a new id, and sends them on. */
    void let(HttpServletRequest request, HttpServletResponse response, SignedInClerk clerk)
            throws ServletException, IOException {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(clerk, null, List.of());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        sessions.saveContext(context, request, response);
        onAuthenticationSuccess(request, response, authentication);
    }
}
