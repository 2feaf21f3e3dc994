package org.xinheng.server.commitment;

/**
 * A breach was found by its whole chain.
 *
 * @param promise id of the commitment
 */
public record CommitmentBroken(long promise) {}
