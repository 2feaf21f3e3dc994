package org.xinheng.server.listing;

/**
 * A decision to list was served. A watch tag announces nothing.
 *
 * @param proceeding its number
 * @param position position of the record
 */
public record Listed(long proceeding, long position) {}
