package org.xinheng.server.intake.waiting;

import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.web.Text;

/** Words of the queue of waiting rows. */
public enum WaitingText implements Text {
    NAV,
    TITLE,
    LEAD,
    STATE_WAITING,
    STATE_LINKED,
    STATE_RETURNED,
    NONE,
    NONE_HINT,
    NAME,
    NUMBER,
    CODE,
    NO_CODE,
    CAUSE,
    RECEIVED,
    REASON,
    SOURCE,
    ROW_TITLE,
    ROW_DELIVERED,
    ROW_CANDIDATES,
    ROW_CANDIDATES_NONE,
    ROW_CANDIDATES_HINT,
    CANDIDATE_CODE,
    CANDIDATE_FORMER,
    CANDIDATE_KIND,
    CANDIDATE_JURISDICTION,
    CANDIDATE_STUB,
    CANDIDATE_NO_CODE,
    CANDIDATE_HOLDS,
    CANDIDATE_RECORD,
    OTHER_CODE,
    OTHER_CODE_HINT,
    GROUND,
    GROUND_HINT,
    LINK,
    LINK_HINT,
    CONFIRM_TITLE,
    CONFIRM_HINT,
    CONFIRM,
    RETURN_TITLE,
    RETURN_HINT,
    RETURN_REASON,
    RETURN,
    UNLINK_TITLE,
    UNLINK_HINT,
    UNLINK,
    SETTLED_LINKED,
    SETTLED_UNLINKED,
    SETTLED_RETURNED,
    SETTLED_BY,
    READ_ONLY,
    BACK,
    TARGET_MISSING,
    PROBLEM_ROW,
    PROBLEM_ROW_ADVICE,
    PROBLEM_FOREIGN,
    PROBLEM_FOREIGN_ADVICE,
    PROBLEM_REFUSED,
    REFUSED_NO_SUCH_ROW,
    REFUSED_NOT_WAITING,
    REFUSED_NOT_LINKED,
    REFUSED_NO_SUCH_ORGANISATION,
    REFUSED_OTHER_NAME,
    REFUSED_NOTHING_TO_CONFIRM,
    REFUSED_RECORD_ENDED,
    REFUSED_LATER_VERSION,
    REFUSED_BEING_LOADED,
    REFUSED_TYPE_UNKNOWN;

    public static WaitingText of(State state) {
        return switch (state) {
            case WAITING -> STATE_WAITING;
            case LINKED -> STATE_LINKED;
            case RETURNED -> STATE_RETURNED;
        };
    }

    static WaitingText of(Refusal refusal) {
        return switch (refusal) {
            case NO_SUCH_ROW -> REFUSED_NO_SUCH_ROW;
            case NOT_WAITING -> REFUSED_NOT_WAITING;
            case NOT_LINKED -> REFUSED_NOT_LINKED;
            case NO_SUCH_ORGANISATION -> REFUSED_NO_SUCH_ORGANISATION;
            case OTHER_NAME -> REFUSED_OTHER_NAME;
            case NOTHING_TO_CONFIRM -> REFUSED_NOTHING_TO_CONFIRM;
            case RECORD_ENDED -> REFUSED_RECORD_ENDED;
            case LATER_VERSION -> REFUSED_LATER_VERSION;
            case BEING_LOADED -> REFUSED_BEING_LOADED;
            case TYPE_UNKNOWN -> REFUSED_TYPE_UNKNOWN;
        };
    }

    @Override
    public String bundle() {
        return "waiting";
    }
}
