package org.xinheng.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table whose cells are those of its file.
 *
 * @param heads of the columns, from left to right
 * @param bare whether there is nothing at all, so that it is no matter of what is looked for
 */
public record TablePage(Said said, Text title, List<Head> heads, ListView list, List<Row> rows, boolean bare)
        implements PageView {

    public TablePage {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * @param lead what the list is
     * @param none what is said when there is nothing
     * @param section of the navigation in which the page stands
     * @param links to neighbouring papers
     */
    public record Said(Text lead, Text none, Text hint, String section, List<Link> links) {
        public Said {
            links = List.copyOf(links);
        }
    }

    /** @param path without language prefix; {@code download} for what is no page */
    public record Link(String path, Text label, boolean download) {}

    /** @param leads whether the list can be put in order by it */
    public record Head(String id, Text title, boolean leads) {}

    /** @param path of the thing behind the row; null or empty for none */
    public record Row(List<String> cells, @Nullable String path) {
        public Row {
            cells = List.copyOf(cells);
        }

        public boolean linked() {
            return path != null && !path.isEmpty();
        }
    }

    @Override
    public String template() {
        return "web/table";
    }

    @Override
    public String title(Words words) {
        return words.say(title);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return said.section();
    }
}
