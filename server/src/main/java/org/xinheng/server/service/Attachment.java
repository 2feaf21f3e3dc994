package org.xinheng.server.service;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept with a case.
 *
 * @param fileName for people; its ending is that of the content's real type
 * @param size in bytes
 * @param reference case that it belongs to
 * @param scannedBy name of the scanner that found no malware; null when none is connected, which readers are told
 * @param keptUntil last day on which it can be read
 * @param sha256 of the content, as 64 hexadecimal digits
 */
public record Attachment(
        long id,
        String fileName,
        String mediaType,
        long size,
        String reference,
        @Nullable String scannedBy,
        LocalDate keptUntil,
        Instant handedInAt,
        String actor,
        String sha256) {}
