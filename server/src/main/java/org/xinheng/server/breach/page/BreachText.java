package org.xinheng.server.breach.page;

import org.xinheng.server.web.Text;

/** Words of notices of breaches. */
public enum BreachText implements Text {
    NAV,
    NAV_ALL,
    TITLE,
    LEAD,
    TITLE_ALL,
    LEAD_ALL,
    NONE,
    NONE_HINT,
    NUMBER,
    BODY,
    RECORD,
    DOCUMENT,
    SUPERIOR,
    WRITTEN,
    DUE,
    BASIS,
    HISTORY,
    ACKNOWLEDGED_ON,
    ACKNOWLEDGE,
    STATE_WAITING,
    STATE_OVERDUE,
    STATE_ACKNOWLEDGED,
    STATE_WITHDRAWN,
    REASON_ENDED,
    REASON_SETTLED,
    REASON_MARKED,
    REASON_MOVED;

    @Override
    public String bundle() {
        return "breaches";
    }
}
