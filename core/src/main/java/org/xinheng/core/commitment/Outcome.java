package org.xinheng.core.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an act. */
public sealed interface Outcome {

    /** @param promise with the act in it */
    record Accepted(Promise promise) implements Outcome {}

    /**
     * @param facts for the placeholders of the reason's sentence, in order
     * @param rule id of the pack's rule that says so; null where the pack has none
     */
    record Refused(
            Reason reason, List<String> facts, @Nullable String rule) implements Outcome {
        public Refused {
            facts = List.copyOf(facts);
        }
    }
}
