package org.xinheng.server.access.guard;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;

/** What an endpoint declares about who may reach it. */
public sealed interface Admission {

    record Open() implements Admission {}

    /** Any one of the permissions suffices. */
    record AnyOf(Set<Permission> permissions) implements Admission {
        public AnyOf {
            permissions = Set.copyOf(permissions);
        }
    }

    /** Declared nothing, or contradicts itself: nobody may. */
    record Undeclared() implements Admission {}

    /** The method's own declaration, else its controller's. */
    static Admission of(HandlerMethod endpoint) {
        Requires onMethod = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), Requires.class);
        boolean openMethod = AnnotatedElementUtils.hasAnnotation(endpoint.getMethod(), OpenToAll.class);
        if (onMethod != null || openMethod) {
            return of(onMethod, openMethod);
        }
        Class<?> controller = endpoint.getBeanType();
        return of(
                AnnotatedElementUtils.findMergedAnnotation(controller, Requires.class),
                AnnotatedElementUtils.hasAnnotation(controller, OpenToAll.class));
    }

    private static Admission of(@Nullable Requires requires, boolean open) {
        if (requires == null) {
            return open ? new Open() : new Undeclared();
        }
        if (open || requires.value().length == 0) {
            return new Undeclared();
        }
        return new AnyOf(Set.of(requires.value()));
    }
}
