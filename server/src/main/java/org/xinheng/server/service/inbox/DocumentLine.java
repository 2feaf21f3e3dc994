package org.xinheng.server.service.inbox;

import org.xinheng.server.service.ServedDocument;

/**
 * A served document as people read of it.
 *
 * @param party name of the organisation
 * @param authority name of the issuing body in Chinese
 */
public record DocumentLine(ServedDocument document, String party, String authority) {

    public String path() {
        return DocumentsPage.PATH + "/" + document.id();
    }
}
