package org.xinheng.server.consent;

/**
 * An organisation signed, paused, resumed or revoked a grant. How it stands is asked for: of two that come in the wrong order the last
 * one would say what is not so any more.
 *
 * @param reader id of the institution
 */
public record ConsentMoved(long consentId, long organisationId, String reader) {}
