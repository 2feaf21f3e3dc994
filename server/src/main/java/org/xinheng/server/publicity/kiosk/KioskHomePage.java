package org.xinheng.server.publicity.kiosk;

import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.Words;

/** The first page of the terminal: what can be chosen. */
public record KioskHomePage(List<Choice> choices) implements KioskPage {

    public KioskHomePage {
        choices = List.copyOf(choices);
    }

    /** @param count records that are shown today */
    public record Choice(RecordType type, long count) {}

    @Override
    public int seconds() {
        return 0;
    }

    @Override
    public String template() {
        return "kiosk/home";
    }

    @Override
    public String title(Words words) {
        return words.say(KioskText.TITLE);
    }
}
