package org.xinheng.server.publicity.kiosk;

import org.xinheng.server.web.PageView;

/** A page of the terminal. */
public interface KioskPage extends PageView {

    String PATH = "/kiosk";

    /** Seconds without a touch after which the terminal goes back to its first page; 0 for the first page itself. */
    int seconds();

    @Override
    default boolean indexed() {
        return false;
    }
}
