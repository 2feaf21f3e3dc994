package org.xinheng.server.measure.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * A list with its columns as they are taken home.
 *
 * @param words title, lead, and what is said when there is nothing
 * @param header titles of the columns
 */
public record TablePage(Said words, List<FeedbackText> header, ListView list, List<Row> rows) implements PageView {

    public TablePage {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public record Said(FeedbackText title, FeedbackText lead, FeedbackText none, FeedbackText hint) {}

    /** @param path of the thing behind the row; null for none */
    public record Row(List<String> cells, @Nullable String path) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    @Override
    public String template() {
        return "measure/table";
    }

    @Override
    public String title(Words said) {
        return said.say(words.title());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return list.ask().path();
    }
}
