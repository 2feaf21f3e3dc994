package org.xinheng.server.content.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.content.page.Shown;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * All pieces of the library, whatever their state.
 *
 * @param next key of the page that follows; null on the last one
 */
public record DeskPage(List<Shown.Line> lines, @Nullable Long next) implements PageView {

    public static final String PATH = "/library/desk";

    public DeskPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "content/desk";
    }

    @Override
    public String title(Words words) {
        return words.say(ContentText.DESK_TITLE);
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
