package org.xinheng.core.measure.use;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Cause;
import org.xinheng.core.policy.Measure;

/** Whether a measure may be applied, or may stay on. */
public sealed interface Verdict {

    /**
     * @param until last day (Asia/Shanghai) on which it may, if nothing happens to its ground
     * @param cause what in the ground meets the trigger
     */
    record Lawful(Measure measure, LocalDate until, Cause cause) implements Verdict {}

    /**
     * @param facts for the placeholders of the reason's sentence, in order
     * @param rule id of the pack's rule that says so; null when no rule of the catalogue is concerned
     */
    record Refused(
            Reason reason, List<String> facts, @Nullable String rule) implements Verdict {
        public Refused {
            facts = List.copyOf(facts);
        }
    }
}
