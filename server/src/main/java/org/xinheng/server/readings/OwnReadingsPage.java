package org.xinheng.server.readings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Who read the file of the organisation that signed in, the newest first.
 *
 * @param next id to go on below; null on the last page
 */
public record OwnReadingsPage(
        List<ReadingLine> lines, @Nullable Long next) implements PageView {

    static final String PATH = "/own-file-readings";

    public OwnReadingsPage {
        lines = List.copyOf(lines);
    }

    /** Address of the page that follows. */
    public String older() {
        return PATH + "?before=" + next;
    }

    @Override
    public String template() {
        return "readings/own";
    }

    @Override
    public String title(Words words) {
        return words.say(ReadingText.OWN_TITLE);
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
