package org.xinheng.server.measure.column;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The column of bans that run and may be shown.
 *
 * @param cut whether there are more than were looked at
 * @param limit most that are looked at
 */
public record BansPage(ListView list, List<BanLine> lines, boolean cut, int limit) implements PageView {

    public static final String PATH = "/market-bans";

    public BansPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "measure/bans";
    }

    @Override
    public String title(Words words) {
        return words.say(ColumnText.BANS_TITLE);
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
