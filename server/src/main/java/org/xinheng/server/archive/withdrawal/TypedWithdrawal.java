package org.xinheng.server.archive.withdrawal;

import org.jspecify.annotations.Nullable;

/** A withdrawal as somebody typed or sent it; nothing of it is checked yet. */
public record TypedWithdrawal(
        @Nullable String ground,
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String statement) {

    static final TypedWithdrawal NOTHING = new TypedWithdrawal(null, null, null, null);

    /** For a field that is shown again. */
    public static String again(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
