package org.xinheng.server.policy;

import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** The effective pack of this installation. */
public interface PolicyInForce {

    Policy policy();

    /** A rule as it stood in its file when the pack was loaded, with the remarks above it; empty where no file is known. */
    default Optional<String> text(Rule rule) {
        return Optional.empty();
    }
}
