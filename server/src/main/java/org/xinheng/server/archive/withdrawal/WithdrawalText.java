package org.xinheng.server.archive.withdrawal;

import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.web.Text;

/** Words of withdrawals and of the list of own records. */
public enum WithdrawalText implements Text {
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE,
    PROBLEM_FOREIGN,
    PROBLEM_FOREIGN_ADVICE,
    PROBLEM_AUTHORITY,
    PROBLEM_AUTHORITY_ADVICE,
    PROBLEM_PROCEEDING,
    PROBLEM_PROCEEDING_ADVICE,
    PROBLEM_ENDED,
    PROBLEM_ENDED_ADVICE,
    ENDING_WITHDRAWN,
    ENDING_REPAIRED,
    ENDING_UNLINKED,
    OWN_NAV,
    OWN_TITLE,
    OWN_LEAD,
    OWN_SEARCH,
    OWN_SEARCH_HINT,
    OWN_SLOW,
    OWN_NONE,
    OWN_NONE_HINT,
    OWN_WHAT,
    OWN_TYPE,
    OWN_EFFECTIVE,
    OWN_CUT,
    OWN_OF_ANOTHER,
    OWN_PARTY,
    OWN_NUMBER,
    OWN_DECIDED,
    OWN_SHOWN,
    OWN_SOURCE,
    STATE_ON,
    STATE_OVER,
    SHOWN_UNTIL,
    SHOWN_OPEN,
    SHOWN_OVER,
    SHOWN_NOT,
    SHOWN_HELD,
    WITHDRAW,
    FORM_TITLE,
    FORM_LEAD,
    FORM_RECORD,
    FORM_GROUND,
    FORM_NUMBER,
    FORM_NUMBER_HINT,
    FORM_DATE,
    FORM_DATE_HINT,
    FORM_STATEMENT,
    FORM_STATEMENT_HINT,
    FORM_NEXT,
    CHECK_TITLE,
    CHECK_LEAD,
    CHECK_DUE,
    CHECK_DUE_TODAY,
    CHECK_LATE,
    CHECK_CONFIRM,
    CHECK_CHANGE,
    ENDED_TITLE,
    ENDED_WITHDRAWN,
    ENDED_OTHER,
    ENDED_AT,
    ENDED_DOCUMENT,
    ENDED_PUBLIC,
    BACK;

    public static WithdrawalText of(Ending ending) {
        return switch (ending) {
            case WITHDRAWN -> ENDING_WITHDRAWN;
            case REPAIRED -> ENDING_REPAIRED;
            case UNLINKED -> ENDING_UNLINKED;
        };
    }

    /** What is wrong when somebody may not end a record. */
    static WithdrawalText title(MayEnd.Verdict verdict) {
        return switch (verdict) {
            case NOT_THE_AUTHORITY -> PROBLEM_AUTHORITY;
            case OWN_PROCEEDING -> PROBLEM_PROCEEDING;
            case FOREIGN, YES -> PROBLEM_FOREIGN;
        };
    }

    /** Who may end it. */
    static WithdrawalText advice(MayEnd.Verdict verdict) {
        return switch (verdict) {
            case NOT_THE_AUTHORITY -> PROBLEM_AUTHORITY_ADVICE;
            case OWN_PROCEEDING -> PROBLEM_PROCEEDING_ADVICE;
            case FOREIGN, YES -> PROBLEM_FOREIGN_ADVICE;
        };
    }

    @Override
    public String bundle() {
        return "withdrawal";
    }
}
