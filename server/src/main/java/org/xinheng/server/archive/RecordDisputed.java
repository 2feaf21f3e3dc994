package org.xinheng.server.archive;

/**
 * Marks on a record changed, or its repair was revoked. Carries the opaque address only.
 *
 * @param restored whether a repair was revoked
 */
public record RecordDisputed(long position, String address, boolean restored) {}
