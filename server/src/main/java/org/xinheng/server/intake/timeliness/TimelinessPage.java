package org.xinheng.server.intake.timeliness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Timeliness of all sources that the reader may see, with totals; each line opens to its rows. */
public record TimelinessPage(PeriodForm form, TimelinessFigures total, List<Entry> entries) implements PageView {

    public static final String PATH = "/timeliness";

    public TimelinessPage {
        entries = List.copyOf(entries);
    }

    /** @param name of the source, @param type title of the record type */
    public record Entry(Line line, String name, String type) {

        public String address(PeriodForm form, boolean late) {
            return PATH + "/" + line.source()
                    + new PeriodForm(form.from(), form.to(), line.type(), List.of(), java.util.Map.of()).query()
                    + (late ? "&late=true" : "");
        }
    }

    /** Feeds that were not heard within their cycle. */
    public long stale() {
        return entries.stream()
                .filter(entry ->
                        entry.line().feed() != null && entry.line().feed().stale())
                .count();
    }

    /** A share as people read it: 12.5%. */
    public static String percent(@Nullable BigDecimal share) {
        return share == null
                ? "–"
                : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** A number of days with one digit. */
    public static String days(@Nullable BigDecimal days) {
        return days == null ? "–" : days.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public String template() {
        return "timeliness/sources";
    }

    @Override
    public String title(Words words) {
        return words.say(TimelinessText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
