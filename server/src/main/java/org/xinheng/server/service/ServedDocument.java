package org.xinheng.server.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A served document without its content.
 *
 * @param kind id of its template
 * @param title in Chinese, as printed on it
 * @param number its own number, when it has one
 * @param authority code of the issuing body as the pack has it, else as the caller named it
 * @param reference case or record that it belongs to
 * @param servedAt time of service
 * @param openedAt when the organisation itself first opened it; null while it has not
 * @param sha256 of the kept bytes, as 64 hexadecimal digits
 */
public record ServedDocument(
        long id,
        long organisationId,
        String kind,
        String title,
        @Nullable String number,
        String authority,
        String reference,
        Instant servedAt,
        @Nullable Instant openedAt,
        String sha256) {}
