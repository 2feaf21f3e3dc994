package org.xinheng.server.inspection.page;

import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a draw as it was typed or sent, raw; which fields count depends on the step.
 *
 * @param act seal, draw or result
 * @param entropy the public value, word for word
 * @param no number of the visit
 * @param day of the visit
 * @param outcome id of what was found
 */
public record TypedStep(
        @Nullable String act,
        @Nullable String entropy,
        @Nullable String no,
        @Nullable String day,
        @Nullable String outcome) {

    static final TypedStep NOTHING = new TypedStep(null, null, null, null, null);
}
