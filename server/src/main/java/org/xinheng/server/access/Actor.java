package org.xinheng.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in clerk or organisation, or an API client.
 *
 * @param name account or client id
 * @param source id of the source department it belongs to: it sees and delivers only that one's; of the institution, for an
 *     account that reads by consent; null for the credit office
 * @param organisation code of the organisation that signed in itself: it sees its own file only; null for everybody else
 * @param permissions what it may do
 */
public record Actor(
        String name,
        Kind kind,
        @Nullable String source,
        @Nullable String organisation,
        Set<Permission> permissions) {

    /** An actor of the administration. */
    public Actor(String name, Kind kind, @Nullable String source, Set<Permission> permissions) {
        this(name, kind, source, null, permissions);
    }

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
