package org.xinheng.server.correction.page;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.notice.Standing;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The public board: opaque ids, counts and names of consumers, and nothing that a record said.
 *
 * @param older whether there are notices before the last line
 */
public record BoardPage(
        int year, long removals, long replacements, List<Standing> standings, List<Line> latest, boolean older)
        implements PageView {

    public static final String PATH = "/corrections";

    public BoardPage {
        standings = List.copyOf(standings);
        latest = List.copyOf(latest);
    }

    /** @param opaqueId of the record */
    public record Line(String number, String opaqueId, boolean removes, LocalDate writtenOn) {}

    /** Where the notices before the last line stand. */
    public String olderPath() {
        return PATH + "?before=" + latest.getLast().number();
    }

    public static CorrectionText state(Standing standing) {
        return state(standing.state());
    }

    static CorrectionText state(Standing.State state) {
        return switch (state) {
            case SERVING -> CorrectionText.STATE_SERVING;
            case OVERDUE -> CorrectionText.STATE_OVERDUE;
            case OPEN -> CorrectionText.STATE_OPEN;
            case DONE -> CorrectionText.STATE_DONE;
            case NONE -> CorrectionText.STATE_NONE;
        };
    }

    @Override
    public String template() {
        return "corrections/board";
    }

    @Override
    public String title(Words words) {
        return words.say(CorrectionText.BOARD_TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
