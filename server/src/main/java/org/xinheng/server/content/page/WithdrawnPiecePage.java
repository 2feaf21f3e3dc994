package org.xinheng.server.content.page;

import org.springframework.http.HttpStatus;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What stands where a piece stood that was withdrawn: nothing of it (HTTP 410). */
public record WithdrawnPiecePage() implements PageView {

    @Override
    public String template() {
        return "content/withdrawn";
    }

    @Override
    public String title(Words words) {
        return words.say(ContentText.GONE_TITLE);
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.GONE;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
