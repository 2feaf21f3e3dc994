package org.xinheng.server.access.account;

import java.util.regex.Pattern;

/** Names of accounts and clients: of posts and programs, short, and free of what would need escaping anywhere. */
public final class ActorNames {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}");

    private ActorNames() {}

    public static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }

    /** @throws IllegalArgumentException when the name does not fit */
    static String of(String name) {
        if (!fits(name)) {
            throw new IllegalArgumentException("not a name for an account or client: " + name);
        }
        return name;
    }
}
