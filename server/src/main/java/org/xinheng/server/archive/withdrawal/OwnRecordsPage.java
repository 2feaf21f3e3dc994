package org.xinheng.server.archive.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Records that the reader's own source delivered, those that took effect last first.
 *
 * @param ofOthers addresses of listings that another body decided: it alone ends them
 * @param slow whether there was too much to look through in time
 * @param cut whether there are more than were looked at
 * @param everybodys whether records of all sources are listed
 * @param limit most that are looked at
 */
public record OwnRecordsPage(
        ListView list,
        List<RecordLine> lines,
        Set<String> ofOthers,
        boolean slow,
        boolean cut,
        boolean everybodys,
        LocalDate today,
        int limit)
        implements PageView {

    public static final String PATH = "/own-records";

    public OwnRecordsPage {
        lines = List.copyOf(lines);
        ofOthers = Set.copyOf(ofOthers);
    }

    /** How a record stands towards the public. */
    enum Shown {
        ON(WithdrawalText.STATE_ON),
        OVER(WithdrawalText.STATE_OVER),
        NOT(WithdrawalText.SHOWN_NOT),
        HELD(WithdrawalText.SHOWN_HELD);

        private final WithdrawalText title;

        Shown(WithdrawalText title) {
            this.title = title;
        }

        WithdrawalText title() {
            return title;
        }

        static Shown of(RecordLine line, LocalDate today) {
            DateWindow window = line.version().window();
            if (window == null) {
                return line.version().gate().equals(Gate.HELD.id()) ? HELD : NOT;
            }
            return window.last() != null && window.last().isBefore(today) ? OVER : ON;
        }
    }

    static String shown(RecordLine line, LocalDate today, Words words) {
        DateWindow window = line.version().window();
        LocalDate last = window == null ? null : window.last();
        return switch (Shown.of(line, today)) {
            case ON ->
                last == null
                        ? words.say(WithdrawalText.SHOWN_OPEN)
                        : words.say(WithdrawalText.SHOWN_UNTIL, new Formats(words.language()).day(last));
            case OVER ->
                last == null ? "" : words.say(WithdrawalText.SHOWN_OVER, new Formats(words.language()).day(last));
            case NOT -> words.say(WithdrawalText.SHOWN_NOT);
            case HELD -> words.say(WithdrawalText.SHOWN_HELD);
        };
    }

    public String shown(RecordLine line, Words words) {
        return shown(line, today, words);
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
