package org.xinheng.server.publicity.lists;

import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Acts of the administration: permits and penalties (双公示), then the others.
 *
 * @param front what the place shows first
 */
public record ActsPage(List<Line> front, List<Line> others) implements PageView {

    static final String PATH = "/acts";

    public ActsPage {
        front = List.copyOf(front);
        others = List.copyOf(others);
    }

    /** @param count records that the public sees today */
    public record Line(RecordType type, long count) {}

    @Override
    public String template() {
        return "lists/acts";
    }

    @Override
    public String title(Words words) {
        return words.say(ListsText.ACTS_TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
