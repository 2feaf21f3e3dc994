package org.xinheng.server.evaluation.release;

/** The office decided whether a bad grade may be given out. */
public record NoticeDecided(long organisationId, String model) {}
