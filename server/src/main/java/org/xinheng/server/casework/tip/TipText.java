package org.xinheng.server.casework.tip;

import org.xinheng.server.web.Text;

/** Words of tip-offs. */
public enum TipText implements Text {
    NAV,
    TITLE,
    LEAD,
    PROTECTED,
    ORGANISATION,
    ORGANISATION_HINT,
    BODY,
    BODY_CHOOSE,
    WORDS,
    WORDS_HINT,
    SEND,
    FOLLOW,
    PROBLEM_ORGANISATION,
    PROBLEM_PERSON,
    TOLD_TITLE,
    TOLD_LEAD,
    TOLD_CODE,
    TOLD_KEEP,
    PROGRESS_TITLE,
    PROGRESS_LEAD,
    PROGRESS_CODE,
    PROGRESS_SEND,
    PROGRESS_NONE,
    PROGRESS_NUMBER,
    PROGRESS_ON,
    PROGRESS_BODY,
    PROGRESS_STATE,
    PROGRESS_DUE,
    PROGRESS_ANSWER;

    @Override
    public String bundle() {
        return "tip";
    }
}
