package org.xinheng.server.casework;

/** A period of a case ended unused, and what follows from that was taken down. */
public record DeadlineMissed(long caseId, String kind, String action) {}
