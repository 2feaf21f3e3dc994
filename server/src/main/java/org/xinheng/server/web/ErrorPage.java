package org.xinheng.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What people read when something is not there, not allowed or broken: what happened and what to do, never how. */
public record ErrorPage(HttpStatus status, Text heading, Text advice) implements PageView {

    public static ErrorPage of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return switch (status) {
            case NOT_FOUND -> new ErrorPage(status, ShellText.ERROR_MISSING, ShellText.ERROR_MISSING_ADVICE);
            case GONE -> new ErrorPage(status, ShellText.ERROR_GONE, ShellText.ERROR_GONE_ADVICE);
            case FORBIDDEN, UNAUTHORIZED ->
                new ErrorPage(status, ShellText.ERROR_FORBIDDEN, ShellText.ERROR_FORBIDDEN_ADVICE);
            case SERVICE_UNAVAILABLE ->
                new ErrorPage(status, ShellText.ERROR_UNAVAILABLE, ShellText.ERROR_UNAVAILABLE_ADVICE);
            case TOO_MANY_REQUESTS -> new ErrorPage(status, ShellText.ERROR_HASTE, ShellText.ERROR_HASTE_ADVICE);
            case CONTENT_TOO_LARGE -> new ErrorPage(status, ShellText.ERROR_LARGE, ShellText.ERROR_LARGE_ADVICE);
            case null, default ->
                code.is4xxClientError() && status != null
                        ? new ErrorPage(status, ShellText.ERROR_BAD, ShellText.ERROR_BAD_ADVICE)
                        : new ErrorPage(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                ShellText.ERROR_BROKEN,
                                ShellText.ERROR_BROKEN_ADVICE);
        };
    }

    @Override
    public String template() {
        return "web/error";
    }

    @Override
    public String title(Words words) {
        return words.say(heading);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
