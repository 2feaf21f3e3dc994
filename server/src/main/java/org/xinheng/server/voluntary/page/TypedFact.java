package org.xinheng.server.voluntary.page;

import org.jspecify.annotations.Nullable;

/** A fact as it was typed; nothing of it is checked yet. */
public record TypedFact(
        @Nullable String key,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String issuedOn,
        @Nullable String validTo,
        @Nullable String words,
        @Nullable String truth) {

    static final TypedFact NOTHING = new TypedFact(null, null, null, null, null, null, null, null, null);

    public static String again(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Whether the commitment was ticked. */
    public boolean ticked() {
        return "yes".equals(truth);
    }
}
