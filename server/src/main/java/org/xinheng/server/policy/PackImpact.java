package org.xinheng.server.policy;

import java.time.LocalDate;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Policy;

/** Asks those who keep records what another edition would do to them; implemented above this module. */
@FunctionalInterface
public interface PackImpact {

    /** @param on the day on which the later edition would hold */
    PolicyImpact of(Policy before, Policy after, LocalDate on);
}
