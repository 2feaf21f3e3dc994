package org.xinheng.server.web;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
     * @param counted what was counted, a sentence in the reader's language that stands there with and without rows; empty for none
     */
    public record Said(Text lead, Text none, Text hint, String section, List<Link> links, String counted) {
        public Said {
            links = List.copyOf(links);
        }

        public Said(Text lead, Text none, Text hint, String section, List<Link> links) {
            this(lead, none, hint, section, links, "");
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

    /** @param leading ids of those by which the list can be put in order @param link path of the thing behind a row; null for none */
    public record Columns<R>(List<ListColumn<R>> all, Set<String> leading, Function<R, @Nullable String> link) {
        public Columns {
            all = List.copyOf(all);
            leading = Set.copyOf(leading);
        }
    }

    /** Of rows whose cells are those of the columns. @param bare whether there is nothing at all */
    public static <R> TablePage of(
            Said said, Text title, Columns<R> columns, ListView list, List<R> rows, boolean bare, Words words) {
        return new TablePage(
                said,
                title,
                columns.all().stream()
                        .map(column -> new Head(
                                column.id(), column.title(), columns.leading().contains(column.id())))
                        .toList(),
                list,
                rows.stream()
                        .map(row -> new Row(
                                columns.all().stream()
                                        .map(column -> column.cell().apply(row, words))
                                        .toList(),
                                columns.link().apply(row)))
                        .toList(),
                bare);
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
