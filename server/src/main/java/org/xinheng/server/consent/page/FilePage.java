package org.xinheng.server.consent.page;

import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.consent.desk.ConsentedFile;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What one read gave out; reading it again is another read. */
public record FilePage(ConsentedFile file) implements PageView {

    @Override
    public String template() {
        return "consent/file";
    }

    @Override
    public String title(Words words) {
        return words.say(ConsentText.FILE_TITLE, file.organisation().name());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return ConsentsPage.GRANTED;
    }
}
