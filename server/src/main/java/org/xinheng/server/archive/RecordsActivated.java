package org.xinheng.server.archive;

/**
 * Something became visible in the archive; listeners page from their own cursor ({@link Archive#changedSince}).
 *
 * @param position position of the act
 * @param actId delivery or decision
 */
public record RecordsActivated(long position, long actId) {}
