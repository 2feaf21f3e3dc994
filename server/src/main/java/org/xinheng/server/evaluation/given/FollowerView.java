package org.xinheng.server.evaluation.given;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader that was ever given something, for the office.
 *
 * @param named whether a rule names it still
 * @param standing grades that stand
 * @param takenAt null while it took nothing
 * @param behind lines after the last that it took
 */
public record FollowerView(
        String title,
        boolean named,
        long standing,
        @Nullable Instant takenAt,
        long behind) {}
