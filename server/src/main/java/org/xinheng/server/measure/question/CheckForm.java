package org.xinheng.server.measure.question;

import org.jspecify.annotations.Nullable;

/** A question as it came; every part may be missing or nonsense. */
public record CheckForm(
        @Nullable String code,
        @Nullable String matter,
        @Nullable String purpose,
        @Nullable String caseNumber,
        @Nullable String operator) {}
