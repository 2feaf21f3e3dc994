package org.xinheng.server.intake.waiting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The queue, page by page.
 *
 * @param waiting how many wait in all
 * @param sources code → name of the delivering source
 */
public record WaitingPage(State state, ListView list, List<Line> lines, long waiting, Map<String, String> sources)
        implements PageView {

    public static final String PATH = "/queues/waiting";

    public WaitingPage {
        lines = List.copyOf(lines);
        sources = Map.copyOf(sources);
    }

    /** @param number of the document */
    public record Line(WaitingRow row, @Nullable String number, String reason) {

        public String path() {
            return PATH + "/" + row.id();
        }
    }

    public List<State> states() {
        return List.of(State.values());
    }

    public String address(State other) {
        return PATH + (other == State.WAITING ? "" : "?" + WaitingList.STATE + "=" + other);
    }

    @Override
    public String template() {
        return "queues/waiting";
    }

    @Override
    public String title(Words words) {
        return words.say(WaitingText.TITLE);
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
