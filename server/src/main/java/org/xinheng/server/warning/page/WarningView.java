package org.xinheng.server.warning.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warning in words.
 *
 * @param reason what happened, as the rule of the pack says it
 * @param day on which it was raised
 * @param read whether the body has read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WarningView(
        String id,
        @Nullable String code,
        String name,
        String rule,
        String reason,
        String basis,
        LocalDate day,
        List<Cause> records,
        boolean read) {

    public WarningView {
        records = List.copyOf(records);
    }

    /** @param text type and day of the decision, or that the record is gone */
    public record Cause(String address, String text) {}
}
