package org.xinheng.server.intake;

/**
 * That a delivery came from another body than its source (代报).
 *
 * @param by code of the body that delivered
 * @param rule id of the mandate in the pack
 */
public record Mandated(String by, String rule) {}
