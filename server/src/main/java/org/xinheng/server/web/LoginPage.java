package org.xinheng.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Sign-in of departments.
 *
 * @param failed the last attempt was refused: wrong, or locked; which of them is told to nobody
 * @param unknown the identity provider vouched for somebody who has no account here, or could not be reached
 * @param provider address at which sign-in by the identity provider begins; null without one
 */
public record LoginPage(
        boolean failed, boolean unknown, @Nullable String provider) implements PageView {

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
        return failed || unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.OK;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
