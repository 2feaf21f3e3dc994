package org.xinheng.server.service.inbox;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Served documents, newest first: the inbox of an organisation, or what an authority served.
 *
 * @param own whether the reader is the organisation itself
 */
public record DocumentsPage(boolean own, ListView list, List<DocumentLine> lines) implements PageView {

    public static final String PATH = "/documents";

    public DocumentsPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "service/documents";
    }

    @Override
    public String title(Words words) {
        return words.say(own ? ServiceText.INBOX_TITLE : ServiceText.SERVED_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
