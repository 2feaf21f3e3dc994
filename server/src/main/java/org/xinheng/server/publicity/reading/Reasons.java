package org.xinheng.server.publicity.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Policy;

/** What the gate wrote beside versions, read with the rules of one edition. Few sentences repeat in all records. */
final class Reasons {

    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Basis> bases = new HashMap<>();
    private final Map<String, List<Reason>> known = new ConcurrentHashMap<>();

    Reasons(Policy policy) {
        policy.rules().forEach(rule -> bases.putIfAbsent(rule.id(), rule.basis()));
    }

    /** @param written codes parted by blanks, each with {@code #} and the id of its rule where there is one */
    List<Reason> read(String written) {
        List<Reason> reasons = known.get(written);
        if (reasons == null) {
            reasons = parted(written);
            if (known.size() < MOST_REMEMBERED) {
                known.put(written, reasons);
            }
        }
        return reasons;
    }

    private List<Reason> parted(String written) {
        List<Reason> reasons = new ArrayList<>();
        for (String step : written.split(" ", -1)) {
            if (!step.isEmpty()) {
                int mark = step.indexOf('#');
                reasons.add(
                        mark < 0
                                ? new Reason(step, null)
                                : new Reason(step.substring(0, mark), bases.get(step.substring(mark + 1))));
            }
        }
        return List.copyOf(reasons);
    }
}
