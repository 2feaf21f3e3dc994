package org.xinheng.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Sets up the second factor of an account.
 *
 * @param secret to be typed into the telephone; null when the factor stands already
 * @param picture the same to be read by its camera
 * @param failed the code typed last was wrong
 */
public record SecondFactorPage(
        @Nullable String secret, @Nullable QrPicture picture, boolean failed) implements PageView {

    @Override
    public String template() {
        return "web/second-factor";
    }

    @Override
    public String title(Words words) {
        return words.say(ShellText.FACTOR_TITLE);
    }

    @Override
    public HttpStatus status() {
        return failed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
