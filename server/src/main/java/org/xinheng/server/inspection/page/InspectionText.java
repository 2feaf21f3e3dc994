package org.xinheng.server.inspection.page;

import java.time.Instant;
import org.xinheng.server.inspection.plan.Outcome;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of inspections. */
public enum InspectionText implements Text {
    NAV,
    NAV_WORK,
    NAV_OWN,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    MORE,
    PLAN,
    AUTHORITY,
    ITEMS,
    DAYS,
    FIRST_DAY,
    LAST_DAY,
    DAYS_VALUE,
    SOURCE,
    STATE,
    STATE_MADE,
    STATE_SEALED,
    STATE_DRAWN,
    STATE_PUBLIC,
    ROOT,
    ROOT_HINT,
    SEALED_AT,
    VISITS,
    ENTROPY,
    PUBLISHED_AT,
    LIST,
    LIST_LATER,
    LIST_NOT_YET,
    ORGANISATION,
    TEAM,
    VISITED_ON,
    RESULT,
    RESULT_NONE,
    RESULT_OVERDUE,
    FROZEN,
    BUNDLE,
    RECOMPUTE,
    RECOMPUTE_HOW,
    SCRIPT,
    FULL,
    FULL_HINT,
    FULL_PURPOSE,
    FULL_SEND,
    WORK_TITLE,
    WORK_LEAD,
    WORK_NONE,
    WORK_NONE_HINT,
    NEW,
    NEW_TITLE,
    NEW_LEAD,
    NEW_NAME,
    NEW_ITEMS,
    NEW_SOURCE,
    NEW_ISSUE,
    NEW_ISSUE_HINT,
    NEW_PUBLISHED,
    NEW_PUBLISHED_HINT,
    NEW_DIVISION,
    NEW_DIVISION_HINT,
    NEW_CODES,
    NEW_CODES_HINT,
    NEW_FIRST,
    NEW_LAST,
    NEW_SEND,
    BACK,
    SEAL,
    SEAL_HINT,
    DRAW,
    DRAW_HINT,
    DRAW_ENTROPY,
    RESULT_ENTER,
    RESULT_DAY,
    RESULT_OUTCOME,
    STAFF_TITLE,
    STAFF_LEAD,
    STAFF_NUMBER,
    STAFF_NUMBER_HINT,
    STAFF_QUALIFICATIONS,
    STAFF_QUALIFICATIONS_HINT,
    STAFF_SERVES,
    STAFF_LOAD,
    STAFF_ENTER,
    STAFF_NONE,
    STAFF_NONE_HINT,
    CONFLICT_TITLE,
    CONFLICT_LEAD,
    CONFLICT_ORGANISATION,
    CONFLICT_CODE,
    CONFLICT_STANDS,
    CONFLICT_ENTER,
    YES,
    NO,
    OWN_TITLE,
    OWN_LEAD,
    OWN_NONE,
    OWN_NONE_HINT,
    OWN_DRAWN,
    OWN_NOT_DRAWN,
    OWN_OPENING,
    FAULT_ITEMS,
    FAULT_DIVISION,
    FAULT_CODE,
    FAULT_STAFF,
    FAULT_STAFF_UNKNOWN,
    FAULT_DAYS,
    FAULT_DAY,
    FAULT_SOURCE,
    FAULT_INSTANT,
    FAULT_OUTCOME,
    FAULT_ACT,
    FAULT_NO_BODY,
    FAULT_KEY,
    PROBLEM_REFUSED,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE,
    REFUSED_NO_RULES,
    REFUSED_DONE_BEFORE,
    REFUSED_TOO_SOON,
    REFUSED_NO_TEAM,
    REFUSED_NOBODY_LEFT,
    REFUSED_POOL_TOO_SMALL,
    REFUSED_UNKNOWN_CODES,
    REFUSED_UNKNOWN_ITEMS,
    REFUSED_UNKNOWN_SOURCE,
    REFUSED_UNFIT,
    REFUSED_NOT_SEALED,
    REFUSED_SEED_TOO_OLD,
    REFUSED_SEED_IN_FUTURE,
    REFUSED_CHANGED,
    REFUSED_NO_SUCH_VISIT,
    REFUSED_DAY_OUTSIDE;

    @Override
    public String bundle() {
        return "inspection";
    }

    static String of(Outcome.Refused refused, Words words) {
        InspectionText text = valueOf("REFUSED_" + refused.reason().name());
        return switch (refused.reason()) {
            case NO_TEAM, UNKNOWN_CODES, UNKNOWN_ITEMS -> words.say(text, String.join(", ", refused.facts()));
            case SEED_TOO_OLD, SEED_IN_FUTURE -> {
                Formats formats = new Formats(words.language());
                yield words.say(
                        text,
                        refused.facts().stream()
                                .map(Instant::parse)
                                .map(formats::time)
                                .toArray());
            }
            default -> words.say(text, refused.facts().toArray());
        };
    }
}
