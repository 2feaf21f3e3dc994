package org.xinheng.server.administration.grant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.web.Words;

/** Accounts or clients: where they are kept, and what they can be given. */
public enum Kind {
    ACCOUNT(Actor.Kind.CLERK, "/accounts", "role."),
    CLIENT(Actor.Kind.CLIENT, "/clients", "permission.");

    /** Bound to a code of the register, which is asked at the shell. */
    private static final Set<Role> NOT_HERE = EnumSet.of(Role.ORGANISATION);

    /** What belongs to people who sign in. */
    private static final Set<Permission> NO_PROGRAM =
            EnumSet.of(Permission.OWN_ACCOUNT, Permission.OWN_FILE, Permission.ADMINISTER);

    private static final Set<String> OF_A_BODY = Set.of(
            Role.SOURCE_CLERK.name(),
            Role.AUTHORITY_OFFICER.name(),
            Role.AUTHORITY_HEAD.name(),
            Role.SUPERVISING_OFFICER.name(),
            Role.CONSENTED_READER.name());

    private final Actor.Kind actor;
    private final String path;
    private final String prefix;

    Kind(Actor.Kind actor, String path, String prefix) {
        this.actor = actor;
        this.path = path;
        this.prefix = prefix;
    }

    Actor.Kind actor() {
        return actor;
    }

    public String path() {
        return path;
    }

    /** What can be given, with its name. */
    Map<String, String> grants(Words words) {
        Map<String, String> grants = new LinkedHashMap<>();
        List<? extends Enum<?>> all = this == ACCOUNT
                ? Arrays.stream(Role.values())
                        .filter(role -> !NOT_HERE.contains(role))
                        .toList()
                : Arrays.stream(Permission.values())
                        .filter(permission -> !NO_PROGRAM.contains(permission))
                        .toList();
        all.forEach(one -> grants.put(one.name(), name(one.name(), words)));
        return grants;
    }

    String name(String grant, Words words) {
        return GrantText.grant(prefix, grant, words);
    }

    /** Whether a program that exercises would be given something real besides. */
    boolean exercisesBesides(Set<String> grants, String body) {
        return grants.contains(Permission.CHECK_SANDBOX.name()) && (grants.size() > 1 || !body.isEmpty());
    }

    /** Whether what is given makes no sense without a body. */
    boolean needsBody(Set<String> grants) {
        return this == ACCOUNT
                ? grants.stream().anyMatch(OF_A_BODY::contains)
                : grants.contains(Permission.DELIVER.name()) && !grants.contains(Permission.DELIVER_FOR_ALL.name());
    }
}
