package org.xinheng.server.listing;

/** A listing ended by decision before its term, or was revoked. @param revoked it should never have stood */
public record Removed(long proceeding, boolean revoked) {}
