package org.xinheng.server.casework.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step as somebody typed or sent it; nothing of it is checked yet. */
public record TypedStep(
        @Nullable String action,
        @Nullable Integer seen,
        @Nullable String reason,
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String until,
        @Nullable String withdrawalGround,
        @Nullable String papers,
        @Nullable Map<String, String> written) {

    public static final TypedStep NOTHING = new TypedStep(null, null, null, null, null, null, null, null, null);

    /** A field of the document that is served with it, to be shown again. */
    public static String again(@Nullable Map<String, String> written, String field) {
        return written == null ? "" : again(written.get(field));
    }

    /** For a field that is shown again. */
    public static String again(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
