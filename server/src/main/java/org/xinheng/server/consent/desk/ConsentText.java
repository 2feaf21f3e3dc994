package org.xinheng.server.consent.desk;

import org.xinheng.core.consent.GrantCheck;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.web.Text;

/** Words of grants and reads. */
public enum ConsentText implements Text {
    NAV_OWN,
    NAV_READER,
    NAV_SCENES,
    SPAN,
    SPAN_OPEN,
    FREQUENCY_DAY,
    FREQUENCY_WEEK,
    FREQUENCY_MONTH,
    OWN_TITLE,
    OWN_LEAD,
    OWN_NEW,
    OWN_NO_READERS,
    NONE,
    NONE_HINT,
    READER_TITLE,
    READER_LEAD,
    READER_NONE_HINT,
    MORE,
    COLUMN_READER,
    COLUMN_PARTY,
    COLUMN_PURPOSE,
    COLUMN_LIFE,
    COLUMN_STATE,
    STATE_ACTIVE,
    STATE_PAUSED,
    STATE_REVOKED,
    STATE_NOT_YET,
    STATE_OVER,
    FORM_TITLE,
    FORM_LEAD,
    FORM_READER,
    FORM_READER_HINT,
    FORM_CHOOSE,
    FORM_PURPOSE,
    FORM_PURPOSE_BOUNDS,
    FORM_DATA,
    FORM_DATA_HINT,
    FORM_DECIDED_FROM,
    FORM_DECIDED_FROM_HINT,
    FORM_DECIDED_TO,
    FORM_DECIDED_TO_HINT,
    FORM_READS,
    FORM_READS_HINT,
    FORM_LAST,
    FORM_LAST_HINT,
    FORM_NEXT,
    REVIEW_TITLE,
    REVIEW_LEAD,
    REVIEW_HASH,
    REVIEW_SIGN,
    REVIEW_BACK,
    REVIEW_CHANGED,
    FAULT_READER,
    FAULT_PURPOSE,
    FAULT_DATA,
    FAULT_PERIOD,
    FAULT_FREQUENCY,
    FAULT_LIFE,
    FAULT_DAY_MISSING,
    SHOW_TITLE,
    SHOW_WORDING,
    SHOW_SIGNED,
    SHOW_STATE,
    SHOW_HASH,
    SHOW_READS,
    SHOW_READS_NONE,
    SHOW_READS_CUT,
    READ_AT,
    READ_BY,
    READ_FILE_NUMBER,
    READ_DATA,
    READ_RECORDS,
    STEP_PAUSE,
    STEP_RESUME,
    STEP_REVOKE,
    STEP_REVOKE_HINT,
    STEP_NOT,
    ASK_TITLE,
    ASK_LEAD,
    ASK_FILE_NUMBER,
    ASK_FILE_NUMBER_HINT,
    ASK_READ,
    FILE_TITLE,
    FILE_LEAD,
    FILE_CODE,
    FILE_NAME,
    FILE_KIND,
    FILE_NUMBER,
    FILE_EMPTY,
    FILE_GONE,
    FILE_DECIDED,
    FILE_AUTHORITY,
    FILE_STATEMENT,
    FILE_BACK,
    NOTICE,
    MARK_DISPUTED,
    MARK_LITIGATION,
    MARK_STATEMENT,
    REFUSED_TITLE,
    REFUSED_REVOKED,
    REFUSED_PAUSED,
    REFUSED_NOT_YET,
    REFUSED_OVER,
    REFUSED_OTHER_PURPOSE,
    REFUSED_OTHER_DATA,
    REFUSED_TOO_OFTEN,
    UNKNOWN,
    UNKNOWN_ADVICE,
    SCENES_TITLE,
    SCENES_LEAD,
    SCENES_NONE,
    SCENES_NONE_HINT,
    SCENES_OFFERED_BY,
    SCENES_INCENTIVE,
    SCENES_GROUND,
    SCENES_MEASURES,
    SCENES_BASIS;

    public static ConsentText of(Per per) {
        return switch (per) {
            case DAY -> FREQUENCY_DAY;
            case WEEK -> FREQUENCY_WEEK;
            case MONTH -> FREQUENCY_MONTH;
        };
    }

    public static ConsentText of(Standing standing) {
        return switch (standing) {
            case ACTIVE -> STATE_ACTIVE;
            case PAUSED -> STATE_PAUSED;
            case REVOKED -> STATE_REVOKED;
        };
    }

    public static ConsentText of(GrantCheck.Fault fault) {
        return switch (fault) {
            case READER -> FAULT_READER;
            case PURPOSE -> FAULT_PURPOSE;
            case DATA -> FAULT_DATA;
            case PERIOD -> FAULT_PERIOD;
            case FREQUENCY -> FAULT_FREQUENCY;
            case LIFE -> FAULT_LIFE;
        };
    }

    /** A grant to another reader is not there for who asks. */
    public static ConsentText of(Refusal refusal) {
        return switch (refusal) {
            case OTHER_READER -> UNKNOWN;
            case REVOKED -> REFUSED_REVOKED;
            case PAUSED -> REFUSED_PAUSED;
            case NOT_YET -> REFUSED_NOT_YET;
            case OVER -> REFUSED_OVER;
            case OTHER_PURPOSE -> REFUSED_OTHER_PURPOSE;
            case OTHER_DATA -> REFUSED_OTHER_DATA;
            case TOO_OFTEN -> REFUSED_TOO_OFTEN;
        };
    }

    /** What suspends a record keeps it out of every file. */
    public static ConsentText of(RecordMark.Kind kind) {
        return switch (kind) {
            case DISPUTED -> MARK_DISPUTED;
            case LITIGATION -> MARK_LITIGATION;
            case STATEMENT -> MARK_STATEMENT;
            case WITHHELD, SCREENED -> throw new IllegalArgumentException("a suspended record is not given out");
        };
    }

    @Override
    public String bundle() {
        return "consent";
    }
}
