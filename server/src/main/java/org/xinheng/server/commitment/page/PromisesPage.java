package org.xinheng.server.commitment.page;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Commitments of a body, of the place, or one's own. @param warnings what has to be looked at first */
public record PromisesPage(boolean own, List<WarningLine> warnings, ListView list, List<ColumnPage.PromiseLine> lines)
        implements PageView {

    public static final String PATH = "/commitment-files";

    public PromisesPage {
        warnings = List.copyOf(warnings);
        lines = List.copyOf(lines);
    }

    /** @param why in words */
    public record WarningLine(long id, String number, String item, String giver, String why) {}

    @Override
    public String template() {
        return "commitment/promises";
    }

    @Override
    public String title(Words words) {
        return words.say(own ? CommitmentText.NAV_OWN : CommitmentText.WORK_TITLE);
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
