package org.xinheng.server.evaluation.release;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Notices for the organisation that was told.
 *
 * @param typing the answer as it was typed, when it is shown again
 */
public record OwnNoticesPage(List<NoticeView> notices, Typing typing) implements PageView {

    public static final String PATH = NoticesPage.PATH + "/own";

    @Override
    public String template() {
        return "evaluation/own-notices";
    }

    @Override
    public String title(Words words) {
        return words.say(NoticeText.OWN_TITLE);
    }

    @Override
    public HttpStatus status() {
        return typing.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
