package org.xinheng.server.policy;

import org.xinheng.core.policy.Policy;

/** The effective pack of this installation. */
public interface PolicyInForce {

    Policy policy();
}
