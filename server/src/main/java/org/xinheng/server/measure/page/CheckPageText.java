package org.xinheng.server.measure.page;

import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Text;

/** Words of the check pages. */
public enum CheckPageText implements Text {
    NAV,
    TITLE,
    LEAD,
    FORM_CODE,
    FORM_CODE_HINT,
    FORM_MATTER,
    FORM_MATTER_CHOOSE,
    FORM_PURPOSE,
    FORM_PURPOSE_HINT,
    FORM_CASE,
    FORM_CASE_HINT,
    FORM_ASK,
    FAULT_AT,
    FAULT_MATTER,
    ANSWER_TITLE,
    ANSWER_ADVICE_CLEAR,
    ANSWER_ADVICE_HIT,
    ANSWER_ADVICE_UNKNOWN,
    ANSWER_ADVICE_STALE,
    ANSWER_SUBJECT,
    ANSWER_NAME,
    ANSWER_CODE,
    ANSWER_KIND,
    ANSWER_STATE,
    ANSWER_STUB,
    ANSWER_MEASURES,
    ANSWER_DUTY,
    ANSWER_DUTY_MUST,
    ANSWER_DUTY_MAY,
    ANSWER_EFFECT,
    ANSWER_EFFECT_RESTRICTION,
    ANSWER_EFFECT_INCENTIVE,
    ANSWER_BODY,
    ANSWER_BASIS,
    ANSWER_UNTIL,
    ANSWER_RECORD,
    ANSWER_RECORD_DECIDED,
    ANSWER_RECORD_KINDS,
    ANSWER_RECORD_FINE,
    ANSWER_RECORD_DISPUTED,
    ANSWER_RECORD_LITIGATION,
    ANSWER_FRESHNESS,
    ANSWER_FRESH,
    ANSWER_STALE,
    ANSWER_NEVER,
    ANSWER_LATE,
    ANSWER_LATE_NEVER,
    ANSWER_RECEIPT,
    ANSWER_RECEIPT_NUMBER,
    ANSWER_RECEIPT_AT,
    ANSWER_RECEIPT_OPERATOR,
    ANSWER_RECEIPT_POSITION,
    ANSWER_RECEIPT_RULES,
    ANSWER_PRINT,
    ANSWER_AGAIN,
    STATE_EXISTING,
    STATE_LICENCE_REVOKED,
    STATE_DEREGISTERED,
    STATE_MOVED_OUT,
    STATE_CANCELLED,
    STATE_SUSPENDED,
    STATE_UNKNOWN;

    static CheckPageText of(Organisation.State state) {
        return switch (state) {
            case EXISTING -> STATE_EXISTING;
            case LICENCE_REVOKED -> STATE_LICENCE_REVOKED;
            case DEREGISTERED -> STATE_DEREGISTERED;
            case MOVED_OUT -> STATE_MOVED_OUT;
            case CANCELLED -> STATE_CANCELLED;
            case SUSPENDED -> STATE_SUSPENDED;
            case UNKNOWN -> STATE_UNKNOWN;
        };
    }

    @Override
    public String bundle() {
        return "check-pages";
    }
}
