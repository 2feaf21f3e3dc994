package org.xinheng.server.casework.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as somebody typed or sent it; nothing of it is checked yet. */
public record TypedCase(
        @Nullable String record,
        @Nullable String organisation,
        @Nullable String body,
        @Nullable String ground,
        @Nullable String statement,
        @Nullable String reason,
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String papers,
        @Nullable String presented,
        @Nullable String presentedNumber,
        @Nullable Map<String, String> written) {

    public static final TypedCase NOTHING =
            new TypedCase(null, null, null, null, null, null, null, null, null, null, null, null);
}
