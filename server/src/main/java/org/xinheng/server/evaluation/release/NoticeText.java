package org.xinheng.server.evaluation.release;

import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of notices before a bad grade is given out. */
public enum NoticeText implements Text {
    NAV,
    NAV_OWN,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    SERVE_TITLE,
    SERVE_HINT,
    SERVE_CODE,
    SERVE_MODEL,
    SERVE_ONE,
    SERVE_ALL,
    SERVED,
    SERVED_MORE,
    MODEL,
    GRADE,
    SERVED_ON,
    ANSWER_BY,
    ANSWER,
    REASONS,
    DECIDE_REASONS,
    DECIDE_RELEASE,
    DECIDE_WITHHOLD,
    DOCUMENT,
    OWN_TITLE,
    OWN_LEAD,
    OWN_NONE,
    OWN_NONE_HINT,
    OWN_ANSWER,
    OWN_ANSWER_HINT,
    OWN_SEND,
    STATE_WAITING,
    STATE_ANSWERED,
    STATE_UNANSWERED,
    STATE_RELEASED,
    STATE_WITHDRAWN,
    WHY_NO_RULE,
    WHY_UNKNOWN,
    WHY_NOT_BAD,
    WHY_TOLD,
    WHY_ANSWERED,
    WHY_DECIDED,
    WHY_TIME_RUNS,
    WHY_CHANGED,
    PROBLEM_REFUSED,
    PROBLEM_NO_RUN,
    PROBLEM_NO_RUN_ADVICE,
    PROBLEM_NOT_GIVEN,
    PROBLEM_NOT_GIVEN_ADVICE;

    @Override
    public String bundle() {
        return "grade-notices";
    }

    static String of(Outcome.Why why, Words words) {
        return words.say(valueOf("WHY_" + why.name()));
    }
}
