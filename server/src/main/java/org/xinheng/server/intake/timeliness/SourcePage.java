package org.xinheng.server.intake.timeliness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.ReportingTimeliness.Group;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What stands behind the figures of one source: groups of the same days, those received last first.
 *
 * @param late whether only late ones are listed
 * @param next key of the page that follows; null on the last one
 */
public record SourcePage(
        PeriodForm form,
        String source,
        String name,
        boolean late,
        List<Entry> entries,
        @Nullable String next,
        boolean first)
        implements PageView {

    public SourcePage {
        entries = List.copyOf(entries);
    }

    /** @param type title of the record type */
    public record Entry(Group group, String type) {}

    public String address(boolean late, @Nullable String after) {
        return TimelinessPage.PATH + "/" + source + form.query() + (late ? "&late=true" : "")
                + (after == null ? "" : "&after=" + after);
    }

    public String rows(Group group) {
        return TimelinessPage.PATH + "/" + source + "/rows?act=" + group.act() + "&decided=" + group.decidedOn();
    }

    @Override
    public String template() {
        return "timeliness/source";
    }

    @Override
    public String title(Words words) {
        return name;
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
