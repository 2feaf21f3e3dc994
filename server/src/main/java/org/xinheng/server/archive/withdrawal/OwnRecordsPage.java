package org.xinheng.server.archive.withdrawal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Records that the reader's own source delivered, those that took effect last first.
 *
 * @param slow whether there was too much to look through in time
 * @param everybodys whether records of all sources are listed
 * @param next key of the page that follows; null on the last one
 */
public record OwnRecordsPage(
        String wanted,
        List<RecordLine> lines,
        @Nullable String next,
        boolean first,
        boolean slow,
        boolean everybodys,
        LocalDate today)
        implements PageView {

    public static final String PATH = "/own-records";

    public OwnRecordsPage {
        lines = List.copyOf(lines);
    }

    public WithdrawalText shown(RecordLine line) {
        DateWindow window = line.version().window();
        if (window != null) {
            if (window.last() == null) {
                return WithdrawalText.SHOWN_OPEN;
            }
            return window.last().isBefore(today) ? WithdrawalText.SHOWN_OVER : WithdrawalText.SHOWN_UNTIL;
        }
        return line.version().gate().equals(Gate.HELD.id()) ? WithdrawalText.SHOWN_HELD : WithdrawalText.SHOWN_NOT;
    }

    public String address(@Nullable String after) {
        String query = wanted.isEmpty() ? "" : "?q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return PATH + query + (after == null ? "" : (query.isEmpty() ? "?" : "&") + "after=" + after);
    }

    @Override
    public String template() {
        return "records/own";
    }

    @Override
    public String title(Words words) {
        return words.say(WithdrawalText.OWN_TITLE);
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
