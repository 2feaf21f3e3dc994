package org.xinheng.server.casework.page;

import java.util.stream.Collectors;
import org.xinheng.core.casework.Refusal;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of cases. */
public enum CaseText implements Text {
    CASES_NAV,
    CHAPTER_TITLE,
    CHAPTER_CASE,
    CHAPTER_STATE,
    CHAPTER_BODY,
    CHAPTER_DUE,
    CHAPTER_OPEN,
    CASES_TITLE,
    CASES_LEAD_OWN,
    CASES_LEAD_SOURCE,
    CASES_LEAD_OFFICE,
    CASES_LEAD_WINDOW,
    CASES_OPEN,
    CASES_ALL,
    CASES_NONE,
    CASES_NONE_HINT,
    CASES_NUMBER,
    CASES_ABOUT,
    CASES_STATE,
    CASES_AGE,
    OVERVIEW_TITLE,
    AGE_WEEK,
    AGE_FORTNIGHT,
    AGE_MONTH,
    AGE_LONGER,
    CASES_DUE,
    CASES_BODY,
    CASES_LATE,
    CASES_REMINDED,
    CASES_REMINDED_YES,
    CASES_STANDS_STILL,
    CASES_NO_PERIOD,
    CASES_CUT,
    CASE_TITLE,
    CASE_KIND,
    CASE_STATE,
    CASE_GROUND,
    CASE_STATEMENT,
    CASE_BODY,
    CASE_OUTSIDE,
    CASE_REPEATED,
    CASE_PERIODS,
    CASE_PERIOD_ENDED,
    CASE_STEPS,
    CASE_STEP_BY,
    CASE_STEP_DOCUMENT,
    CASE_STEP_PAPERS,
    CASE_ACT,
    CASE_ACT_NONE,
    CASE_ACT_NONE_HINT,
    CASE_RECORD,
    CASE_PARTY,
    CASE_DOCUMENTS,
    CASE_ATTACHMENTS,
    CASE_ATTACHMENT_SCANNED,
    CASE_ATTACHMENT_UNSCANNED,
    CASE_DONE,
    PARTY_ORGANISATION,
    PARTY_WINDOW,
    PARTY_SOURCE,
    PARTY_OFFICE,
    PARTY_PORTAL,
    PARTY_REPORTER,
    PARTY_CLOCK,
    FORM_ACTION,
    FORM_REASON,
    FORM_REASON_HINT,
    FORM_DOCUMENT,
    FORM_DOCUMENT_DATE,
    FORM_DATE_HINT,
    FORM_UNTIL,
    FORM_UNTIL_HINT,
    FORM_WITHDRAWAL,
    FORM_WITHDRAWAL_HINT,
    FORM_WRITTEN,
    FORM_WRITTEN_HINT,
    FORM_PAPERS,
    FORM_PAPERS_HINT,
    FORM_GROUND,
    FORM_CAMPAIGN,
    FORM_NO_GROUND,
    FORM_NO_CAMPAIGN,
    FORM_FINDING,
    FORM_FINDING_HINT,
    FORM_STATEMENT,
    FORM_STATEMENT_HINT,
    FORM_ORGANISATION,
    FORM_ORGANISATION_HINT,
    FORM_BODY,
    FORM_TAKE,
    FORM_FILE,
    FORM_FILE_HINT,
    FORM_FILE_SEND,
    FORM_OPEN,
    PRESENTED,
    PRESENTED_HINT,
    PRESENTED_LICENCE,
    PRESENTED_AUTHORISATION,
    PRESENTED_NUMBER,
    PRESENTED_NUMBER_HINT,
    NOT_NOT_PRESENTED,
    OPEN_TITLE,
    OPEN_LEAD,
    OPEN_FREE,
    OPEN_NEW,
    ELSEWHERE_TITLE,
    ELSEWHERE_LITIGATION,
    REPAIR_TITLE,
    REPAIR_LEAD,
    REPAIR_READY,
    REPAIR_NOT_READY,
    REPAIR_CHECK,
    REPAIR_EARLIEST,
    REPAIR_PERFORMANCE,
    REPAIR_PERFORMANCE_HINT,
    REPAIR_COMMITMENT,
    REPAIR_COMMITMENT_HINT,
    REPAIR_HAND_OVER,
    REPAIR_HANDED_OVER,
    REPAIR_HANDED_OVER_HINT,
    REPAIR_AWAY,
    MISSING_NOT_ADVERSE,
    MISSING_NOT_REPAIRABLE,
    MISSING_TOO_EARLY,
    MISSING_PROOF,
    MISSING_COMMITMENT,
    MISSING_BARRED,
    MISSING_OPEN_CASE,
    DUE_SENTENCE,
    DUE_NEXT_DAY,
    DUE_SAME_DAY,
    DUE_WORKING,
    DUE_CALENDAR,
    DUE_WEEKENDS,
    DUE_HOLIDAYS,
    DUE_MAKE_UP,
    DUE_PAUSED,
    DUE_EXTENDED,
    DUE_PROVISIONAL,
    DUE_STOPPED,
    REFUSED_UNKNOWN_ACTION,
    REFUSED_OVERTAKEN,
    REFUSED_WRONG_STATE,
    REFUSED_WRONG_PARTY,
    REFUSED_CLOCK_SET_BACK,
    REFUSED_BACKDATED,
    REFUSED_FUTURE,
    REFUSED_REASON_MISSING,
    REFUSED_DOCUMENT_MISSING,
    REFUSED_FINDING_MISSING,
    REFUSED_NO_FINDING,
    REFUSED_FINDING_UNNUMBERED,
    REFUSED_FINDING_UNUSABLE,
    REFUSED_NO_SUSPENSION,
    REFUSED_SUSPENDED,
    REFUSED_NOT_SUSPENDED,
    REFUSED_NO_EXTENSION,
    REFUSED_EXTENDED,
    REFUSED_EXPIRED,
    REFUSED_UNTIL_MISSING,
    REFUSED_NOT_DUE,
    NOT_UNKNOWN,
    NOT_FOREIGN,
    NOT_NOT_THE_AUTHORITY,
    NOT_OWN_PROCEEDING,
    NOT_RECORD_ENDED,
    NOT_GROUND_UNKNOWN,
    NOT_GROUND_SUBJECT,
    NOT_GROUND_LED,
    NOT_PAPERS_MISSING,
    NOT_TOO_EARLY,
    NOT_APPLIED_TOO_EARLY,
    NOT_BARRED,
    NOT_NOT_CORRECTED,
    NOT_NOT_REPAIRED,
    NOT_DOCUMENT_INCOMPLETE,
    NOT_WITHDRAWAL_GROUND,
    ALREADY_OPEN,
    PROBLEM_ADVICE;

    public static CaseText of(Refusal refusal) {
        return valueOf("REFUSED_" + refusal.name());
    }

    private static CaseText of(Outcome.Why why) {
        return valueOf("NOT_" + why.name());
    }

    /** A sentence on what stands in the way, with what or whom it names. */
    public static String sentence(Outcome.Not not, Words words) {
        String named = not.named().stream().map(words::say).collect(Collectors.joining(" · "));
        return words.say(of(not.why()), named);
    }

    public static CaseText of(Presented.Kind presented) {
        return valueOf("PRESENTED_" + presented.name());
    }

    public static CaseText of(Party party) {
        return valueOf("PARTY_" + party.name());
    }

    public static CaseText of(RepairEligibility.Missing missing) {
        return valueOf("MISSING_" + missing.name());
    }

    @Override
    public String bundle() {
        return "cases";
    }
}
