package org.xinheng.server.web;

/** Words of the day's work. */
enum TodayText implements Text {
    NAV,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    QUEUE,
    OPEN,
    LATE,
    DUE;

    @Override
    public String bundle() {
        return "today";
    }
}
