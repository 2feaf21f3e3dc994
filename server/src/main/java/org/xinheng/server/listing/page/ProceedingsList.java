package org.xinheng.server.listing.page;

import java.util.List;
import org.xinheng.server.listing.page.ProceedingsPage.Line;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what proceedings are looked through, ordered and taken home. */
final class ProceedingsList {

    static final ListPlan<Line> PLAN = new ListPlan<>(
            ProceedingsPage.PATH,
            "-opened",
            "proceedings",
            ListingText.TITLE,
            List.of(
                    Column.text("party", ListingText.PARTY, (line, _) -> line.party()),
                    Column.text("list", ListingText.LIST, (line, _) -> line.list()),
                    Column.text("stage", ListingText.STAGE, (line, _) -> line.stage()),
                    Column.text("authority", ListingText.AUTHORITY, (line, _) -> line.authority()),
                    Column.by("opened", ListingText.OPENED, (line, _) -> Formats.minute(line.opened()), Line::opened)),
            List.of(Filter.words(line -> List.of(line.party(), line.list(), line.authority(), line.stage()))));

    private ProceedingsList() {}
}
