package org.xinheng.core.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as a risk class looks at it.
 *
 * @param address opaque address
 * @param severity class; null where it has none
 * @param until last day on which it stands, by the decision itself; null for one without end
 */
public record RiskRecord(
        String address,
        String type,
        @Nullable String severity,
        LocalDate decidedOn,
        @Nullable LocalDate until) {}
