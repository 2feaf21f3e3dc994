package org.xinheng.server.access.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.server.access.Permission;

/** Permissions as OAuth scopes: {@code DELIVER_FOR_ALL} is {@code deliver-for-all}. */
final class Scopes {

    private static final Map<String, Permission> BY_SCOPE =
            Arrays.stream(Permission.values()).collect(Collectors.toUnmodifiableMap(Scopes::of, p -> p));

    private Scopes() {}

    static String of(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<String> of(Collection<Permission> permissions) {
        return permissions.stream().map(Scopes::of).collect(Collectors.toSet());
    }

    /** Scopes come from a registered client, so each is one of ours. */
    static Set<Permission> permissions(Collection<String> scopes) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String scope : scopes) {
            Permission permission = BY_SCOPE.get(scope);
            if (permission == null) {
                throw new IllegalArgumentException("unknown scope " + scope);
            }
            permissions.add(permission);
        }
        return permissions;
    }
}
