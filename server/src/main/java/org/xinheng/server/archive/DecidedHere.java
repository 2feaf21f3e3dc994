package org.xinheng.server.archive;

/** Tells of records that stand for a decision taken on this platform: only the proceeding that led to them ends them. */
@FunctionalInterface
public interface DecidedHere {

    boolean decided(long organisationId, long recordId);
}
