package org.xinheng.server.content.desk;

import org.jspecify.annotations.Nullable;
import org.xinheng.server.content.ContentCheck;

/** The form of a draft as it was sent; nothing of it is checked. */
public record TypedDraft(
        @Nullable String key,
        @Nullable String kind,
        @Nullable String seen,
        @Nullable String title,
        @Nullable String body,
        @Nullable String caption,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable String documentDate) {

    ContentCheck.Typed text() {
        return new ContentCheck.Typed(title, body, caption, issuer, documentNumber, documentDate);
    }

    /** Number of the version that the sender saw; 0 where it is none. */
    static int seen(@Nullable String seen) {
        return seen != null && seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
    }

    /** For a field that is shown again. */
    public static String again(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
