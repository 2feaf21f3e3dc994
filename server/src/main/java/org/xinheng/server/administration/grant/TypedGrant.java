package org.xinheng.server.administration.grant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as it was typed. @param act what is to be done to somebody who is there already */
record TypedGrant(
        @Nullable String name,
        @Nullable List<String> grants,
        @Nullable String body,
        @Nullable String ground,
        @Nullable String act) {

    static final TypedGrant NOTHING = new TypedGrant(null, null, null, null, null);

    List<String> given() {
        return grants == null ? List.of() : grants;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
