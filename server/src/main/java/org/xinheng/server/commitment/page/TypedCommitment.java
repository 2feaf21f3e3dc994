package org.xinheng.server.commitment.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signing or a later act as it was typed or sent, raw; which fields count depends on the act.
 *
 * @param item id of the matter, for a signing
 * @param key of the form of a signing: sent twice, it signs once
 * @param authority id of the accepting body
 * @param missing ids of the papers that follow
 * @param agreed whether the notified content was accepted
 * @param act kind of a later act
 * @param seen number of the last step that the sender saw
 * @param words findings, reasons or the answer
 */
public record TypedCommitment(
        @Nullable String item,
        @Nullable String key,
        @Nullable String authority,
        @Nullable String statement,
        @Nullable List<String> missing,
        @Nullable String until,
        @Nullable String agreed,
        @Nullable String act,
        @Nullable String seen,
        @Nullable String performance,
        @Nullable String document,
        @Nullable String facts,
        @Nullable String law,
        @Nullable String measures,
        @Nullable String last,
        @Nullable String broken,
        @Nullable String words) {

    static final TypedCommitment NOTHING = new TypedCommitment(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Shown again as typed. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public boolean lacks(String paper) {
        return missing != null && missing.contains(paper);
    }
}
