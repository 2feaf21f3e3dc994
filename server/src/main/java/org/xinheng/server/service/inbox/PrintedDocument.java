package org.xinheng.server.service.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.Words;

/**
 * What stands on a document, complete before it is printed.
 *
 * @param words Chinese: an official document has one language
 * @param addressee name of the organisation
 * @param servedAt in words
 */
public record PrintedDocument(
        Words words,
        String authority,
        String title,
        @Nullable String number,
        String addressee,
        @Nullable String code,
        List<String> paragraphs,
        String day,
        String servedAt,
        String reference) {

    public PrintedDocument {
        paragraphs = List.copyOf(paragraphs);
    }
}
