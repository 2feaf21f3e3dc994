package org.xinheng.server.evaluation.advice;

import org.xinheng.server.web.Text;

/** Words of advice after a poor grade. */
public enum AdviceText implements Text {
    NAV,
    NAV_OWN,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    MODEL,
    GRADE,
    GIVEN_ON,
    ANSWER,
    ANSWER_NONE,
    ANSWER_TALK,
    ANSWER_NO_TALK,
    ANSWER_COURSES,
    ANSWER_NO_COURSES,
    OWN_TITLE,
    OWN_LEAD,
    OWN_NONE,
    OWN_NONE_HINT,
    OWN_REASONS,
    OWN_CHANGE,
    OWN_NO_CHANGE,
    OWN_BETTER,
    OWN_OFFERS,
    OWN_OFFERS_HINT,
    OWN_TALK,
    OWN_COURSE,
    OWN_SEND,
    DOCUMENT,
    DOCUMENT_TALK,
    DOCUMENT_COURSE,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE;

    @Override
    public String bundle() {
        return "advice";
    }
}
