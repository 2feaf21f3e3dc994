package org.xinheng.server.measure.sight;

/** How far archive and register had come when something was seen. */
public record Positions(long archive, long register) {}
