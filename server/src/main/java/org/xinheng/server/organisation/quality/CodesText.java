package org.xinheng.server.organisation.quality;

import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality.Settling;
import org.xinheng.server.organisation.CodeResolution;
import org.xinheng.server.web.Text;

/** Words of the queue of wrong and duplicate codes. */
public enum CodesText implements Text {
    NAV,
    TITLE,
    LEAD,
    OPEN,
    SETTLED,
    ALL,
    NONE,
    NONE_HINT,
    NAME,
    CODE,
    FAULT,
    KNOWN,
    SOURCE,
    ROW,
    RECORDED,
    OUTCOME,
    BACK,
    SETTLE_TITLE,
    SETTLE_OUTCOME,
    SETTLE_REASON,
    SETTLE_REASON_HINT,
    SETTLE,
    SETTLED_BY,
    READ_ONLY,
    FAULT_CHECKSUM_MISMATCH,
    FAULT_MALFORMED_CODE,
    FAULT_DUPLICATE_CODE,
    FAULT_OLDER_NUMBER_ONLY,
    FAULT_INNER_ORGANISATION_CODE,
    FAULT_PARTICULARS_DIFFER,
    WHY_CHECKSUM_MISMATCH,
    WHY_MALFORMED_CODE,
    WHY_DUPLICATE_CODE,
    WHY_OLDER_NUMBER_ONLY,
    WHY_INNER_ORGANISATION_CODE,
    WHY_PARTICULARS_DIFFER,
    OUTCOME_CONFIRMED,
    OUTCOME_CORRECTED,
    OUTCOME_KEPT,
    OUTCOME_DISMISSED,
    PROBLEM_ENTRY,
    PROBLEM_ENTRY_ADVICE,
    PROBLEM_FOREIGN,
    PROBLEM_FOREIGN_ADVICE,
    PROBLEM_REFUSED,
    REFUSED_SETTLED,
    REFUSED_NOT_POSSIBLE;

    public static CodesText titleOf(CodeFault fault) {
        return switch (fault) {
            case CHECKSUM_MISMATCH -> FAULT_CHECKSUM_MISMATCH;
            case MALFORMED_CODE -> FAULT_MALFORMED_CODE;
            case DUPLICATE_CODE -> FAULT_DUPLICATE_CODE;
            case OLDER_NUMBER_ONLY -> FAULT_OLDER_NUMBER_ONLY;
            case INNER_ORGANISATION_CODE -> FAULT_INNER_ORGANISATION_CODE;
            case PARTICULARS_DIFFER -> FAULT_PARTICULARS_DIFFER;
        };
    }

    /** What is wrong and what to do. */
    public static CodesText whyOf(CodeFault fault) {
        return switch (fault) {
            case CHECKSUM_MISMATCH -> WHY_CHECKSUM_MISMATCH;
            case MALFORMED_CODE -> WHY_MALFORMED_CODE;
            case DUPLICATE_CODE -> WHY_DUPLICATE_CODE;
            case OLDER_NUMBER_ONLY -> WHY_OLDER_NUMBER_ONLY;
            case INNER_ORGANISATION_CODE -> WHY_INNER_ORGANISATION_CODE;
            case PARTICULARS_DIFFER -> WHY_PARTICULARS_DIFFER;
        };
    }

    public static CodesText of(CodeResolution outcome) {
        return switch (outcome) {
            case CONFIRMED -> OUTCOME_CONFIRMED;
            case CORRECTED -> OUTCOME_CORRECTED;
            case KEPT -> OUTCOME_KEPT;
            case DISMISSED -> OUTCOME_DISMISSED;
        };
    }

    static CodesText of(Settling settling) {
        return switch (settling) {
            case SETTLED_ALREADY -> REFUSED_SETTLED;
            case NOT_POSSIBLE -> REFUSED_NOT_POSSIBLE;
            case NO_SUCH_ENTRY -> PROBLEM_ENTRY;
            case DONE -> throw new IllegalArgumentException("nothing was refused");
        };
    }

    @Override
    public String bundle() {
        return "codes";
    }
}
