package org.xinheng.server.listing.page;

import java.time.Instant;
import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Proceedings, newest first.
 *
 * @param own whether the organisation itself reads
 * @param mayPropose whether the reader may open one
 * @param warnings what has to be looked at first
 */
public record ProceedingsPage(
        boolean own, boolean mayPropose, List<WarningLine> warnings, ListView list, List<Line> lines)
        implements PageView {

    public static final String PATH = "/proceedings";

    public ProceedingsPage {
        warnings = List.copyOf(warnings);
        lines = List.copyOf(lines);
    }

    /** @param party name of the organisation @param why in words, with its rule */
    public record WarningLine(long id, String list, String party, String why) {

        public String path() {
            return PATH + "/" + id;
        }
    }

    /** @param party name of the organisation */
    public record Line(long id, String list, String party, String authority, String stage, Instant opened) {

        public String path() {
            return PATH + "/" + id;
        }
    }

    @Override
    public String template() {
        return "listing/proceedings";
    }

    @Override
    public String title(Words words) {
        return words.say(ListingText.TITLE);
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
