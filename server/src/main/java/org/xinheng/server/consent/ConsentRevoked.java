package org.xinheng.server.consent;

import java.time.Instant;

/**
 * An organisation took a grant back (撤回授权); from the commit of this on every read is refused.
 *
 * @param reader id of the institution that lost it
 */
public record ConsentRevoked(long consentId, long organisationId, String reader, Instant at) {}
