package org.xinheng.server.measure.applied;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What its body is told of an applied measure (执行单位通知).
 *
 * @param onDay from which it has been so (Asia/Shanghai)
 * @param seenBy account or client of the body that took note; null as long as nobody did
 */
public record MeasureNotice(
        long id,
        AppliedMeasure measure,
        AppliedState state,
        LocalDate onDay,
        Instant changedAt,
        @Nullable String seenBy) {}
