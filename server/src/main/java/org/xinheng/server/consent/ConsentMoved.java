package org.xinheng.server.consent;

import org.xinheng.core.consent.Standing;

/**
 * An organisation signed, paused, resumed or revoked a grant.
 *
 * @param reader id of the institution
 * @param standing of the grant since then
 */
public record ConsentMoved(long consentId, long organisationId, String reader, Standing standing) {}
