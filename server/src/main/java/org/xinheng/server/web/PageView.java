package org.xinheng.server.web;

import org.springframework.http.HttpStatus;

/** A page as its template needs it: one record per page, complete before rendering begins. */
public non-sealed interface PageView extends Answer {

    /** Path of the template below {@code src/main/jte}, without ending. */
    String template();

    /** Title of the document; the first heading of the page says the same. */
    String title(Words words);

    default HttpStatus status() {
        return HttpStatus.OK;
    }

    /** Whether search engines may keep the page. Pages with adverse records say no. */
    default boolean indexed() {
        return true;
    }

    /** Whether the page renews a part of itself when scripts run; without them it works the same, by hand. */
    default boolean enhanced() {
        return false;
    }

    /** Whether the page draws charts when scripts run; each chart stands beside a table that says the same. */
    default boolean charted() {
        return false;
    }

    /** Address of the navigation entry that this page belongs to; empty for none. */
    default String section() {
        return "";
    }
}
