package org.xinheng.server.intake.timeliness;

import org.xinheng.server.web.Text;

/** Words of the papers about deliveries. */
enum CollectionText implements Text {
    TITLE,
    LEAD,
    SOURCE,
    TYPE,
    HEARD,
    DUE,
    STATE,
    STATE_FRESH,
    STATE_LATE,
    STATE_NEVER,
    STATE_NEVER_LATE,
    STATE_FREE,
    RECORDS,
    LATE,
    HISTORICAL,
    MONTH_TITLE,
    MONTH_LEAD,
    MONTH,
    ON_TIME,
    LATE_RATE,
    NO_RATE,
    SHOWN,
    BOTH,
    RECORDS_MONTH,
    WORD,
    MONTH_WRONG,
    MONTH_WRONG_ADVICE;

    @Override
    public String bundle() {
        return "collection";
    }
}
