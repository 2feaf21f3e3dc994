package org.xinheng.server.service;

import java.time.Instant;

/**
 * A document lies in the inbox of its organisation.
 *
 * @param reference case or record that it belongs to
 * @param at time of service
 */
public record Served(long documentId, long organisationId, String kind, String reference, Instant at) {}
