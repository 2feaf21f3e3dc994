package org.xinheng.server.policy.page;

import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activations.Reason;
import org.xinheng.server.web.Text;

/** Words of the rule packs' pages. */
public enum PacksText implements Text {
    NAV,
    TITLE,
    LEAD,
    IN_FORCE,
    IN_FORCE_SINCE,
    IN_FORCE_START,
    WARNING_REFUSED,
    WARNING_REFUSED_ADVICE,
    SHELF,
    SHELF_HINT,
    PACK,
    EDITION,
    FIRST_DAY,
    STATE,
    PROPOSED_BY,
    PROPOSED_AT,
    REASON,
    HISTORY,
    HISTORY_NONE,
    HISTORY_NONE_HINT,
    BACK,
    PACK_TITLE,
    PACK_LEAD,
    PACK_SAME,
    LINT,
    LINT_FINE,
    LINT_FAULTY,
    CHANGES,
    CHANGES_LEAD,
    CHANGES_NONE,
    CHANGES_MORE,
    CHANGE_RULE,
    CHANGE_VALUE,
    CHANGE_BEFORE,
    CHANGE_AFTER,
    CHANGE_NEW,
    CHANGE_GONE,
    IMPACT,
    IMPACT_LEAD,
    IMPACT_ASK,
    IMPACT_TYPE,
    IMPACT_SEEN,
    IMPACT_MOVED,
    IMPACT_LONGER,
    IMPACT_EXAMPLES,
    IMPACT_NONE,
    IMPACT_CLOCKS,
    IMPACT_CLOCK,
    OUTCOME_SHOWN,
    OUTCOME_SHOWN_UNTIL,
    OUTCOME_NOT_SHOWN,
    OUTCOME_HELD,
    OUTCOME_NO_TYPE,
    PROPOSE,
    PROPOSE_LEAD,
    PROPOSE_LEAD_ALONE,
    PROPOSE_DAY,
    PROPOSE_DAY_HINT,
    PROPOSE_REASON,
    PROPOSE_REASON_HINT,
    PROPOSE_SEND,
    PROPOSE_DAY_MISSING,
    ACTIVATION_TITLE,
    APPROVE,
    APPROVE_LEAD,
    APPROVE_OWN,
    CALL_OFF,
    CALL_OFF_REASON,
    STEPS,
    STEP_PROPOSED,
    STEP_APPROVED,
    STEP_CALLED_OFF,
    STEP_IN_FORCE,
    STEP_REFUSED,
    STATE_PROPOSED,
    STATE_APPROVED,
    STATE_CALLED_OFF,
    STATE_IN_FORCE,
    STATE_REFUSED,
    REFUSED_UNKNOWN,
    REFUSED_DAY_PAST,
    REFUSED_OTHER_VERSION,
    REFUSED_NOTHING_NEW,
    REFUSED_OWN_PROPOSAL,
    REFUSED_NO_PERSON,
    REFUSED_ALREADY_APPROVED,
    REFUSED_ALREADY_ENDED,
    PROBLEM_REFUSED,
    PROBLEM_FAULTY;

    static PacksText of(Reason reason) {
        return switch (reason) {
            case UNKNOWN -> REFUSED_UNKNOWN;
            case DAY_PAST -> REFUSED_DAY_PAST;
            case OTHER_VERSION -> REFUSED_OTHER_VERSION;
            case NOTHING_NEW -> REFUSED_NOTHING_NEW;
            case OWN_PROPOSAL -> REFUSED_OWN_PROPOSAL;
            case NO_PERSON -> REFUSED_NO_PERSON;
            case ALREADY_APPROVED -> REFUSED_ALREADY_APPROVED;
            case ALREADY_ENDED -> REFUSED_ALREADY_ENDED;
        };
    }

    public static PacksText of(Activation.State state) {
        return switch (state) {
            case PROPOSED -> STATE_PROPOSED;
            case APPROVED -> STATE_APPROVED;
            case CALLED_OFF -> STATE_CALLED_OFF;
            case IN_FORCE -> STATE_IN_FORCE;
            case REFUSED -> STATE_REFUSED;
        };
    }

    public static PacksText of(Activation.Kind kind) {
        return switch (kind) {
            case APPROVED -> STEP_APPROVED;
            case CALLED_OFF -> STEP_CALLED_OFF;
            case IN_FORCE -> STEP_IN_FORCE;
            case REFUSED -> STEP_REFUSED;
        };
    }

    @Override
    public String bundle() {
        return "packs";
    }
}
