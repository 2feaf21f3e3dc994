package org.xinheng.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in clerk or an API client.
 *
 * @param name account or client id
 * @param source id of the source department it belongs to: it sees and delivers only that one's; null for the credit office
 * @param permissions what it may do
 */
public record Actor(String name, Kind kind, @Nullable String source, Set<Permission> permissions) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    public enum Kind {
        CLERK,
        CLIENT
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
