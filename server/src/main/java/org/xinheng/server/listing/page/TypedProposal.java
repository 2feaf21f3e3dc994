package org.xinheng.server.listing.page;

import org.jspecify.annotations.Nullable;

/**
 * A proposal as it was typed or sent, raw.
 *
 * @param code of the organisation, in any spelling
 * @param list id of the list
 * @param ground id of the ground's rule, or its place in the list: {@code list.NAME.ground.ID}
 * @param kind value that stands for the list in its records; may be left out where there is one only
 * @param key of the form: sent twice, it opens one proceeding
 */
public record TypedProposal(
        @Nullable String code,
        @Nullable String list,
        @Nullable String ground,
        @Nullable String kind,
        @Nullable String facts,
        @Nullable String law,
        @Nullable String measures,
        @Nullable String underlying,
        @Nullable String key) {

    static final TypedProposal NOTHING = new TypedProposal(null, null, null, null, null, null, null, null, null);

    /** Shown again as typed. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
