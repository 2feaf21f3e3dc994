package org.xinheng.server.evaluation.given;

import org.xinheng.server.web.Text;

/** Words of grades that readers are told of. */
public enum GivenText implements Text {
    NAV,
    NAV_OWN,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    READER_NOT_NAMED,
    STANDING,
    TAKEN_AT,
    TAKEN_NEVER,
    BEHIND,
    LOOKED_AT,
    OWN_TITLE,
    OWN_LEAD,
    OWN_NONE,
    OWN_NONE_HINT,
    MODEL,
    GIVEN_ON,
    BASIS,
    STATE,
    STATE_TAKEN,
    STATE_WITHHELD,
    STATE_WAITING,
    STATE_NOT_TAKEN,
    STATE_ENDED,
    REASON_CHANGED,
    REASON_RULE_EXPIRED,
    REASON_CONSENT_REVOKED,
    REASON_CONSENT_PAUSED,
    REASON_CONSENT_OVER,
    REASON_DISPUTE,
    REASON_UNSETTLED,
    REASON_NOT_NAMED,
    WITHHELD,
    NOTICE,
    PROBLEM_NOT_NAMED,
    PROBLEM_NOT_NAMED_ADVICE,
    PROBLEM_CURSOR,
    PROBLEM_CURSOR_ADVICE,
    PROBLEM_LIMIT,
    PROBLEM_LIMIT_ADVICE,
    PROBLEM_GONE,
    PROBLEM_GONE_ADVICE,
    PROBLEM_STANDS_STILL,
    PROBLEM_STANDS_STILL_ADVICE;

    @Override
    public String bundle() {
        return "given-grades";
    }

    static GivenText of(Ended reason) {
        return valueOf("REASON_" + reason.name());
    }
}
