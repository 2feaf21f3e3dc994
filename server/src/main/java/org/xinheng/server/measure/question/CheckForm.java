package org.xinheng.server.measure.question;

import org.jspecify.annotations.Nullable;

/**
 * A question as it came; every part may be missing or nonsense.
 *
 * @param name of the organisation that is meant; only to show look-alikes by, and kept nowhere
 */
public record CheckForm(
        @Nullable String code,
        @Nullable String matter,
        @Nullable String purpose,
        @Nullable String caseNumber,
        @Nullable String operator,
        @Nullable String name) {

    /** A question without a name. */
    public CheckForm(
            @Nullable String code,
            @Nullable String matter,
            @Nullable String purpose,
            @Nullable String caseNumber,
            @Nullable String operator) {
        this(code, matter, purpose, caseNumber, operator, null);
    }
}
