package org.xinheng.server.intake.timeliness;

import org.xinheng.server.web.Text;

/** Words of the pages about timeliness. */
public enum TimelinessText implements Text {
    NAV,
    MONTHS_TITLE,
    MONTHS_LEAD,
    MONTHS_ON_TIME,
    MONTHS_LATE,
    TITLE,
    LEAD,
    FROM,
    TO,
    TYPE,
    ALL_TYPES,
    APPLY,
    PERIOD_WRONG,
    TOTAL_RECORDS,
    TOTAL_LATE,
    TOTAL_RATE,
    TOTAL_STALE,
    SOURCE,
    RECORDS,
    LATE,
    RATE,
    PLATFORM,
    PLATFORM_DAYS,
    NOTICES,
    HISTORICAL,
    FEED,
    FEED_STALE,
    FEED_HEARD,
    FEED_NEVER,
    FEED_DUE,
    PROVISIONAL,
    NO_PERIOD,
    NONE,
    NONE_HINT,
    GROUPS_LEAD,
    GROUPS_LATE,
    GROUPS_ALL,
    DECIDED,
    RECEIVED,
    PUBLISHED,
    DUE,
    DAYS,
    DAYS_OWN,
    STATE_LATE,
    STATE_ON_TIME,
    OPEN,
    NEXT,
    FIRST,
    BACK,
    ROWS_TITLE,
    ROW,
    PARTY,
    NUMBER,
    PROBLEM_SOURCE,
    PROBLEM_SOURCE_ADVICE;

    @Override
    public String bundle() {
        return "timeliness";
    }
}
