package org.xinheng.server.intake.timeliness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The rows of one group: first versions that one delivery or link brought, decided on one day.
 *
 * @param next number of the last row when another page follows; null on the last one
 */
public record RowsPage(
        String source,
        String name,
        long act,
        LocalDate decidedOn,
        List<Entry> entries,
        @Nullable Integer next) implements PageView {

    public RowsPage {
        entries = List.copyOf(entries);
    }

    public record Entry(
            int row,
            RecordVersion version,
            @Nullable String number,
            @Nullable OrganisationLabel party) {}

    public String back() {
        return TimelinessPage.PATH + "/" + source;
    }

    public String following() {
        return back() + "/rows?act=" + act + "&decided=" + decidedOn + "&after=" + next;
    }

    @Override
    public String template() {
        return "timeliness/rows";
    }

    @Override
    public String title(Words words) {
        return words.say(TimelinessText.ROWS_TITLE, decidedOn);
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
