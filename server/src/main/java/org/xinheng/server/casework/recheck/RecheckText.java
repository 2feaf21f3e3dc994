package org.xinheng.server.casework.recheck;

import org.xinheng.server.web.Text;

/** Words of the re-check. */
public enum RecheckText implements Text {
    NAV,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    MISSED_TITLE,
    MISSED_SINCE,
    CASE,
    PARTY,
    STATE,
    STATE_OPEN,
    STATE_DONE,
    GRANTED,
    DUE,
    OVERDUE,
    NOT_DRAWN,
    FOUND,
    FOUND_NOTHING,
    RESULT,
    IN_ORDER,
    WRONG,
    NOTE,
    NOTE_HINT,
    ENTER,
    OVERTAKEN,
    UNKNOWN,
    CLOSED_OTHERWISE,
    ADVICE,
    FAULT_BARRED,
    FAULT_PROOF,
    FAULT_TOO_EARLY,
    FAULT_STANDS,
    FAULT_STANDS_ELSEWHERE,
    FAULT_NOT_FOLLOWED,
    FAULT_NOT_CARRIED_OUT,
    FAULT_NOT_PUSHED;

    static RecheckText of(Fault fault) {
        return valueOf("FAULT_" + fault.name());
    }

    @Override
    public String bundle() {
        return "recheck";
    }
}
