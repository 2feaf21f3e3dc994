package org.xinheng.core.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an act. */
public sealed interface Outcome {

    /**
     * @param proceeding with the act in it
     * @param dues what has to happen next, and by when
     * @param repeated the same act of the same officer was taken before: nothing was done twice
     */
    record Accepted(Proceeding proceeding, Stage stage, List<Due> dues, boolean repeated) implements Outcome {
        public Accepted {
            dues = List.copyOf(dues);
        }
    }

    /**
     * @param facts for the placeholders of the reason's sentence, in order
     * @param rule id of the pack's rule that says so
     */
    record Refused(
            Reason reason, List<String> facts, @Nullable String rule) implements Outcome {
        public Refused {
            facts = List.copyOf(facts);
        }
    }
}
