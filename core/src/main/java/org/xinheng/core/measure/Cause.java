package org.xinheng.core.measure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What in a ground meets a trigger.
 *
 * @param kinds the kinds that the trigger names; empty when only the fine meets it
 * @param fineYuan the fine, when it reaches the threshold; else null
 */
public record Cause(List<String> kinds, @Nullable BigDecimal fineYuan) {

    public Cause {
        kinds = List.copyOf(kinds);
    }
}
