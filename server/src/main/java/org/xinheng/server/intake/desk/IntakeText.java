package org.xinheng.server.intake.desk;

import org.xinheng.core.policy.Functions;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of the faces of the intake. */
public enum IntakeText implements Text {
    PROBLEM_TYPE,
    PROBLEM_TYPE_ADVICE,
    PROBLEM_SOURCE_UNKNOWN,
    PROBLEM_SOURCE_UNKNOWN_ADVICE,
    PROBLEM_SOURCE_MISSING,
    PROBLEM_SOURCE_MISSING_ADVICE,
    PROBLEM_SOURCE_OTHER,
    PROBLEM_SOURCE_OTHER_ADVICE,
    PROBLEM_MANDATE,
    PROBLEM_MANDATE_NOT_BEGUN,
    PROBLEM_MANDATE_ENDED,
    PROBLEM_MANDATE_TYPE,
    PROBLEM_DELIVERY,
    PROBLEM_DELIVERY_ADVICE,
    PROBLEM_UNDER_WAY,
    PROBLEM_UNDER_WAY_ADVICE,
    PROBLEM_ROW,
    PROBLEM_ROW_ADVICE,
    PROBLEM_OUTCOME,
    PROBLEM_OUTCOME_ADVICE,
    PROBLEM_KEY,
    PROBLEM_KEY_ADVICE,
    PROBLEM_KEY_REUSED,
    PROBLEM_KEY_REUSED_ADVICE,
    PROBLEM_CONTENT_TYPE,
    PROBLEM_CONTENT_TYPE_ADVICE,
    PROBLEM_FILE,
    PROBLEM_FILE_ADVICE,
    PROBLEM_BROKEN_OFF,
    PROBLEM_BROKEN_OFF_ADVICE,
    PROBLEM_DISK,
    PROBLEM_DISK_ADVICE,

    OUTCOME_ACCEPTED,
    OUTCOME_UNCHANGED,
    OUTCOME_WAITING,
    OUTCOME_REFUSED,
    OUTCOME_OUT_OF_SCOPE,

    WORKBOOK_SHEET,
    WORKBOOK_FILE,
    WORKBOOK_SHEET_OF_ROW,
    WORKBOOK_ROW,
    WORKBOOK_OUTCOME,
    WORKBOOK_COLUMN,
    WORKBOOK_RULE,
    WORKBOOK_BASIS,
    WORKBOOK_TO_DO;

    public static IntakeText of(RowOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> OUTCOME_ACCEPTED;
            case UNCHANGED -> OUTCOME_UNCHANGED;
            case WAITING -> OUTCOME_WAITING;
            case REFUSED -> OUTCOME_REFUSED;
            case OUT_OF_SCOPE -> OUTCOME_OUT_OF_SCOPE;
        };
    }

    /** Why a mandate does not reach so far: the rule, its document, and what it does allow. */
    public static String beyond(Words words, Functions.Mandate mandate, Functions.Limit limit) {
        String rule = mandate.rule().id();
        String document = mandate.rule().basis().citation();
        return switch (limit) {
            case NOT_BEGUN ->
                words.say(
                        PROBLEM_MANDATE_NOT_BEGUN,
                        rule,
                        document,
                        mandate.rule().validity().from());
            case ENDED ->
                words.say(
                        PROBLEM_MANDATE_ENDED,
                        rule,
                        document,
                        String.valueOf(mandate.rule().validity().to()));
            case OTHER_TYPE ->
                words.say(PROBLEM_MANDATE_TYPE, rule, document, String.join(" · ", mandate.recordTypes()));
        };
    }

    @Override
    public String bundle() {
        return "intake";
    }
}
