package org.xinheng.server.web;

import org.springframework.http.HttpStatus;

/**
 * Asks for the code of the second factor.
 *
 * @param failed the last code was wrong or used already
 */
public record LoginCodePage(boolean failed) implements PageView {

    @Override
    public String template() {
        return "web/login-code";
    }

    @Override
    public String title(Words words) {
        return words.say(ShellText.CODE_TITLE);
    }

    @Override
    public HttpStatus status() {
        return failed ? HttpStatus.UNAUTHORIZED : HttpStatus.OK;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
