package org.xinheng.server.access.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;

/**
 * Stands before every handler: lets a request through only where the endpoint's {@link Admission} says so. What declares
 * nothing is refused, so that a forgotten annotation closes a door instead of opening one.
 */
public final class EndpointGuard implements HandlerInterceptor {

    private final CurrentActor current;
    private final Map<HandlerMethod, Admission> admissions = new ConcurrentHashMap<>();

    public EndpointGuard(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true; // the second half of a request that was let through
        }
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(handler instanceof HandlerMethod endpoint)) {
            throw new AccessDeniedException("undeclared");
        }
        if (endpoint.getBean() instanceof ErrorController) {
            return true;
        }
        admit(endpoint);
        return true;
    }

    private void admit(HandlerMethod endpoint) {
        switch (admissions.computeIfAbsent(endpoint, Admission::of)) {
            case Admission.Open open -> {}
            case Admission.Undeclared undeclared -> throw new AccessDeniedException("undeclared");
            case Admission.AnyOf(var permissions) -> {
                Actor actor = current.find().orElseThrow(() -> new AccessDeniedException("nobody signed in"));
                if (permissions.stream().noneMatch(actor::may)) {
                    throw new AccessDeniedException("permission missing");
                }
            }
        }
    }
}
