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
    BODY_GONE,
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
    REASON_MOVED,
    ENTERPRISES,
    ENTERPRISES_LEAD,
    ENTERPRISE,
    ENTERPRISE_CODE,
    ENTERPRISE_SUPERIOR,
    ENTERPRISE_REGISTERED,
    ENTERPRISE_SAME,
    ENTERPRISE_OTHER,
    ENTERPRISE_NONE,
    PROBLEM_BEFORE,
    PROBLEM_BEFORE_ADVICE,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE,
    PROBLEM_WITHDRAWN,
    PROBLEM_WITHDRAWN_ADVICE;

    @Override
    public String bundle() {
        return "breaches";
    }
}
