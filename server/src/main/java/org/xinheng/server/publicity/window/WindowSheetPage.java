package org.xinheng.server.publicity.window;

import java.time.Instant;
import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What is handed over the counter: the records that everybody may see today.
 *
 * @param document number of what was presented
 * @param at when it was asked; the log holds the same
 */
public record WindowSheetPage(
        Organisation organisation, List<Chapter> chapters, Ground ground, String document, Instant at)
        implements PageView {

    public WindowSheetPage {
        chapters = List.copyOf(chapters);
    }

    /** Records of one type. */
    public record Chapter(RecordType type, List<RecordCard> cards) {
        public Chapter {
            cards = List.copyOf(cards);
        }
    }

    @Override
    public String template() {
        return "window/sheet";
    }

    @Override
    public String title(Words words) {
        return words.say(WindowText.SHEET_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return WindowPage.PATH;
    }
}
