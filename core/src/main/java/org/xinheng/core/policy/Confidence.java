package org.xinheng.core.policy;

/** How sure a rule is: the source was read, verified by computing, only remembered, or proposed by us. */
public enum Confidence {
    CONFIRMED,
    VERIFIED,
    UNVERIFIED,
    PROPOSED
}
