package org.xinheng.server.web;

/** Words of what ends soon. */
enum EndingText implements Text {
    TITLE,
    LEAD,
    KIND,
    WHAT,
    PARTY,
    BODY,
    LAST,
    DAYS,
    DAYS_WRONG,
    DAYS_WRONG_ADVICE;

    @Override
    public String bundle() {
        return "ending";
    }
}
