package org.xinheng.server.evaluation.given;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grade that was given to somebody, for the organisation whose it is.
 *
 * @param endedOn null while it stands; then why in {@code reason}
 * @param keptUntil last day on which this is kept; null while it stands
 * @param takenAt when the reader first took it; null while it has not
 * @param withheldAt when the line was first handed over without its grade, the reads of the grant being used up; null where it never was
 */
public record GivenView(
        String reader,
        String model,
        String grade,
        String basis,
        LocalDate givenOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate keptUntil,
        @Nullable String reason,
        @Nullable Instant takenAt,
        @Nullable Instant withheldAt) {}
