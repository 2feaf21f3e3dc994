package org.xinheng.server.archive;

/** A record ended before its time. Carries the opaque address only. */
public record RecordWithdrawn(long position, String address, Ending ending) {}
