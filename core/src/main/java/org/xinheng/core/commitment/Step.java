package org.xinheng.core.commitment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Officer;

/**
 * An act as it was taken.
 *
 * @param no from 1
 * @param on its day (Asia/Shanghai)
 * @param due what the act starts: for papers that follow their last day, for a notice the last day to answer, for a breach the last
 *     day on which it is shown, else the next review; null where it starts nothing
 */
public record Step(
        int no,
        Act act,
        Officer by,
        Instant at,
        LocalDate on,
        @Nullable LocalDate due) {}
