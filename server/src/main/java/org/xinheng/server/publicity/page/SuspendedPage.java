package org.xinheng.server.publicity.page;

import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What stands where a record is not shown for the time being: nothing of it. */
public record SuspendedPage() implements PageView {

    @Override
    public String template() {
        return "publicity/suspended";
    }

    @Override
    public String title(Words words) {
        return words.say(PortalText.SUSPENDED_TITLE);
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.NOT_FOUND;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
