package org.xinheng.server.service.inbox;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One served document: when, by whom, and where its text is. */
public record DocumentPage(DocumentLine line) implements PageView {

    @Override
    public String template() {
        return "service/document";
    }

    @Override
    public String title(Words words) {
        return line.document().title();
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return DocumentsPage.PATH;
    }
}
