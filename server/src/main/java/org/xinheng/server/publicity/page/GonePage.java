package org.xinheng.server.publicity.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.ShellText;
import org.xinheng.server.web.Words;

/**
 * What stands where a record stood: nothing of it, whether its term ended or it was repaired.
 *
 * @param statement of a withdrawn record: the public statement that clears the party
 */
public record GonePage(@Nullable String statement) implements PageView {

    @Override
    public String template() {
        return "publicity/gone";
    }

    @Override
    public String title(Words words) {
        return words.say(statement == null ? ShellText.ERROR_GONE : PortalText.GONE_WITHDRAWN);
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
