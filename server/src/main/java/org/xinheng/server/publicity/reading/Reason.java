package org.xinheng.server.publicity.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/**
 * One step of the publish gate: why a record is shown, and for how long.
 *
 * @param code key of the sentence
 * @param basis where the rule behind it comes from; null where the house law alone decides
 */
public record Reason(String code, @Nullable Basis basis) {

    /** @param written codes parted by blanks, each with {@code #} and the id of its rule where there is one */
    static List<Reason> read(String written, Policy policy) {
        List<Reason> reasons = new ArrayList<>();
        for (String step : written.split(" ", -1)) {
            if (!step.isEmpty()) {
                int mark = step.indexOf('#');
                reasons.add(
                        mark < 0
                                ? new Reason(step, null)
                                : new Reason(step.substring(0, mark), basis(step.substring(mark + 1), policy)));
            }
        }
        return reasons;
    }

    private static @Nullable Basis basis(String rule, Policy policy) {
        return policy.rules().stream()
                .filter(candidate -> candidate.id().equals(rule))
                .findFirst()
                .map(Rule::basis)
                .orElse(null);
    }
}
