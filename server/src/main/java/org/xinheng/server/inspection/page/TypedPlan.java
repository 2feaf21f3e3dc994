package org.xinheng.server.inspection.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was typed or sent, raw.
 *
 * @param source id of the pack's source of the public value that will decide
 * @param issue which of its values
 * @param published when it will be published, Beijing time: 2026-08-04 21:15
 * @param codes of the organisations meant, a line each; blank for all
 * @param key of the form: sent twice, it makes one plan
 */
public record TypedPlan(
        @Nullable String title,
        @Nullable List<String> items,
        @Nullable String source,
        @Nullable String issue,
        @Nullable String published,
        @Nullable String division,
        @Nullable String codes,
        @Nullable String first,
        @Nullable String last,
        @Nullable String key) {

    static final TypedPlan NOTHING = new TypedPlan(null, null, null, null, null, null, null, null, null, null);

    /** Shown again as typed. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public boolean chooses(String item) {
        return items != null && items.contains(item);
    }
}
