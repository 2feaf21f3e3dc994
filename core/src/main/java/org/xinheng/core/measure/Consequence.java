package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.Measure;

/**
 * A measure that applies to an organisation in a matter.
 *
 * @param until last day on which it applies, if nothing else happens
 * @param reasons the grounds behind it, in the order in which they were given
 */
public record Consequence(Measure measure, LocalDate until, List<Reason> reasons) {

    public Consequence {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param ground index in the list of grounds
     * @param until last day on which this ground has effect
     */
    public record Reason(int ground, Cause cause, LocalDate until) {}
}
