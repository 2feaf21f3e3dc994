package org.xinheng.server.intake.timeliness;

import java.time.YearMonth;
import java.util.List;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.web.Chart;
import org.xinheng.server.web.Chart.Point;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * Deliveries and timeliness by source and month of receipt (报送及时性逐月), the last twelve months that the reader may see.
 *
 * @param months oldest first
 */
public record MonthsPage(List<YearMonth> months, List<Row> rows) implements PageView {

    public static final String PATH = "/timeliness/months";

    public MonthsPage {
        months = List.copyOf(months);
        rows = List.copyOf(rows);
    }

    /** @param figures of each month, in the order of the months */
    public record Row(String source, String name, List<TimelinessFigures> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /** The rows of a source in a month. */
    public String rows(Row row, int month) {
        return TimelinessPage.PATH + "/" + row.source() + days(month);
    }

    /** All sources in a month. */
    public String rows(int month) {
        return TimelinessPage.PATH + days(month);
    }

    private String days(int month) {
        YearMonth of = months.get(month);
        return "?from=" + of.atDay(1) + "&to=" + of.atEndOfMonth();
    }

    private TimelinessFigures total(int month) {
        return rows.stream()
                .map(row -> row.figures().get(month))
                .reduce(TimelinessFigures.NONE, TimelinessFigures::plus);
    }

    public Chart chart(Shell shell) {
        return Chart.standing(
                "months",
                shell.say(TimelinessText.MONTHS_TITLE),
                months.stream().map(YearMonth::toString).toList(),
                List.of(
                        new Chart.Series(shell.say(TimelinessText.MONTHS_ON_TIME), points(shell, false)),
                        new Chart.Series(shell.say(TimelinessText.LATE), points(shell, true))));
    }

    private List<Point> points(Shell shell, boolean late) {
        return java.util.stream.IntStream.range(0, months.size())
                .mapToObj(month -> new Point(
                        late
                                ? total(month).late()
                                : total(month).records() - total(month).late(),
                        shell.href(rows(month))))
                .toList();
    }

    @Override
    public String template() {
        return "timeliness/months";
    }

    @Override
    public String title(Words words) {
        return words.say(TimelinessText.MONTHS_TITLE);
    }

    @Override
    public boolean charted() {
        return true;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return TimelinessPage.PATH;
    }
}
