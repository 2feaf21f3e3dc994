package org.xinheng.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days on which something is shown or in force, both ends included; {@code last == null} means without end. */
public record DateWindow(LocalDate first, @Nullable LocalDate last) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }
}
