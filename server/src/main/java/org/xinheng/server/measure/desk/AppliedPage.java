package org.xinheng.server.measure.desk;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Applied measures that the reader may see.
 *
 * @param mayApply whether the reader belongs to a body that may apply measures
 * @param cut whether there are more than were looked at
 * @param limit most that are looked at
 */
public record AppliedPage(
        MeasureText lead, boolean mayApply, ListView list, List<AppliedLine> lines, boolean cut, int limit)
        implements PageView {

    public static final String PATH = "/applied-measures";

    public AppliedPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "measure/list";
    }

    @Override
    public String title(Words words) {
        return words.say(MeasureText.LIST_TITLE);
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
