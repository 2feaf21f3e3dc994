package org.xinheng.server.measure;

import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.web.Text;

/** Words of the credit checks. */
public enum CheckText implements Text {
    OUTCOME_CLEAR,
    OUTCOME_HIT,
    OUTCOME_UNKNOWN,
    OUTCOME_STALE,
    NOTICE,
    FAULT_TITLE,
    FAULT_DETAIL,
    FAULT_MISSING,
    FAULT_LONG,
    FAULT_CHARACTER,
    FAULT_IDENTITY,
    FAULT_CODE,
    FAULT_CODE_IDENTITY,
    FAULT_CODES_MANY,
    FAULT_DAY,
    BATCH_NO_ANSWER,
    BATCH_REFUSED,
    BATCH_EMPTY,
    BATCH_LINES,
    BATCH_SIZE,
    BATCH_JSON,
    BATCH_HEADERS,
    BATCH_NO_COLUMN,
    BATCH_BUSY,
    BATCH_BUSY_ADVICE,
    BATCH_BROKEN_OFF,
    SUBSCRIPTION_UNKNOWN,
    SUBSCRIPTION_UNKNOWN_ADVICE,
    SUBSCRIPTION_OPEN,
    SUBSCRIPTION_OPEN_ADVICE,
    SUBSCRIPTIONS_MOST,
    SUBSCRIPTIONS_MOST_ADVICE,
    PROBLEM_MATTER,
    PROBLEM_MATTER_ADVICE,
    PROBLEM_RECEIPT,
    PROBLEM_RECEIPT_ADVICE;

    public static CheckText of(CheckOutcome outcome) {
        return switch (outcome) {
            case CLEAR -> OUTCOME_CLEAR;
            case HIT -> OUTCOME_HIT;
            case UNKNOWN -> OUTCOME_UNKNOWN;
            case STALE -> OUTCOME_STALE;
        };
    }

    @Override
    public String bundle() {
        return "checks";
    }
}
