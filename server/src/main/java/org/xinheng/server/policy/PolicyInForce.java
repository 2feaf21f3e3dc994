package org.xinheng.server.policy;

import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/**
 * The effective pack of this installation. It changes at the beginning of the day from which an edition was switched on: ask
 * for it each time, and keep nothing that was worked out from it but in {@link FromPolicy}.
 */
public interface PolicyInForce {

    Policy policy();

    /** A rule as it stood in its file when the pack was loaded, with the remarks above it; empty where no file is known. */
    default Optional<String> text(Rule rule) {
        return Optional.empty();
    }

    /**
     * The edition by which something was judged earlier, so that it can be gone on with.
     *
     * @param version as answers and deliveries quote it
     * @return empty for one that was never in force here
     */
    default Optional<Policy> edition(String version) {
        Policy now = policy();
        return now.version().equals(version) ? Optional.of(now) : Optional.empty();
    }
}
