package org.xinheng.server.measure.followup;

import org.jspecify.annotations.Nullable;

/**
 * A feedback as it was typed or sent, raw.
 *
 * @param measure of the receipt; blank for the number of the decision alone
 * @param applied yes or no
 * @param record address of the record that the measure rests on; blank for the first that the answer names
 */
public record TypedFeedback(
        @Nullable String measure,
        @Nullable String applied,
        @Nullable String record,
        @Nullable String decision,
        @Nullable String reason) {

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
