package org.xinheng.server.evaluation.room;

import java.util.List;
import java.util.Map;
import org.xinheng.server.evaluation.ModelRoom.Trial;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What a trial found.
 *
 * @param tables by the words of their headings; empty while the trial works
 */
public record TrialPage(Trial trial, String state, List<Table> tables, String monotone) implements PageView {

    public TrialPage {
        tables = List.copyOf(tables);
    }

    /** @param header of the columns, the first one naming the row */
    public record Table(String title, List<String> header, List<List<String>> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String template() {
        return "evaluation/trial";
    }

    @Override
    public String title(Words words) {
        return words.say(RoomText.TRIAL_TITLE, trial.pack());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return RoomPage.PATH;
    }

    /** Titles of grades and indicators of the packs, by id; an id that no pack has is shown as it is. */
    record Titles(Map<String, String> byId) {
        String of(String id) {
            return byId.getOrDefault(id, id);
        }
    }
}
