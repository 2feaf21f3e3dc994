package org.xinheng.server.web;

import org.springframework.http.HttpStatus;

/**
 * Sign-in of departments.
 *
 * @param failed the last attempt was refused: wrong, or locked; which of them is told to nobody
 */
public record LoginPage(boolean failed) implements PageView {

    @Override
    public String template() {
        return "web/login";
    }

    @Override
    public String title(Words words) {
        return words.say(ShellText.LOGIN_TITLE);
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
