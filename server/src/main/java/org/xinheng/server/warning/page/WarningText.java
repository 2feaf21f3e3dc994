package org.xinheng.server.warning.page;

import org.xinheng.server.web.Text;

/** Words of early warnings. */
public enum WarningText implements Text {
    NAV,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    NEW,
    READ,
    RAISED,
    BASIS,
    RECORDS,
    RECORD,
    RECORD_GONE,
    ORGANISATION_GONE,
    MARK,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE;

    @Override
    public String bundle() {
        return "warnings";
    }
}
