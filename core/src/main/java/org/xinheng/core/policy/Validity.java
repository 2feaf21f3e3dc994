package org.xinheng.core.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days a rule is in force, both ends included (Asia/Shanghai); {@code to == null} means until further notice. */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends " + to + " before it begins " + from);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
