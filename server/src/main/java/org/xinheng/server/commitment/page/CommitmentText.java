package org.xinheng.server.commitment.page;

import java.time.LocalDate;
import java.util.Locale;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of the commitments. */
public enum CommitmentText implements Text {
    NAV,
    NAV_WORK,
    NAV_OWN,
    COLUMN_TITLE,
    COLUMN_LEAD,
    COLUMN_ITEMS,
    COLUMN_NO_ITEMS,
    COLUMN_NO_ITEMS_HINT,
    COLUMN_EXCLUDED,
    COLUMN_LATEST,
    COLUMN_NONE,
    COLUMN_NONE_HINT,
    COLUMN_COVERAGE,
    ITEM,
    HANDLING,
    KIND,
    SIGNERS,
    NUMBER,
    GIVER,
    SIGNED_ON,
    PERFORMANCE,
    PERFORMANCE_NONE,
    STAGE,
    BODY,
    NEXT,
    ITEM_TEMPLATE,
    ITEM_CONDITIONS,
    ITEM_PAPERS,
    ITEM_LIABILITY,
    ITEM_NOT_FOR,
    ITEM_BODIES,
    ITEM_NO_BODIES,
    ITEM_BASIS,
    ITEM_FREE,
    ITEM_SIGN_IN,
    OFFER_NOT,
    OFFER_ORDINARY,
    FORM_TITLE,
    FORM_BODY,
    FORM_STATEMENT,
    FORM_STATEMENT_HINT,
    FORM_MISSING,
    FORM_UNTIL,
    FORM_UNTIL_HINT,
    FORM_AGREED,
    FORM_AGREED_MISSING,
    FORM_SIGN,
    FORM_PERFORMANCE,
    FORM_FINDINGS,
    FORM_DOCUMENT,
    FORM_FACTS,
    FORM_LAW,
    FORM_MEASURES,
    FORM_WORDS,
    FORM_LAST,
    FORM_BROKEN,
    FORM_YES,
    FORM_NO,
    FORM_REASONS,
    WORK_TITLE,
    WORK_LEAD,
    WORK_LEAD_OWN,
    WORK_NONE,
    WORK_NONE_HINT,
    WORK_WARNINGS,
    WORK_WARNINGS_WHY,
    FILE_TITLE,
    FILE_STATEMENT,
    FILE_UNTIL,
    FILE_DUE,
    FILE_STEPS,
    FILE_STEP_BY,
    FILE_ACTS,
    FILE_NO_ACTS,
    FILE_DOCUMENTS,
    BACK,
    BASIS,
    CHAPTER_TITLE,
    CHAPTER_SIGNED,
    CHAPTER_PERFORMANCE,
    CHAPTER_BROKEN,
    CHAPTER_ITEM,
    CHAPTER_OWN,
    PROBLEM_REFUSED,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE;

    /** Sentences by the code of a stage, an act or a refusal. */
    private static final String BY_CODE = "commitment-steps";

    @Override
    public String bundle() {
        return "commitments";
    }

    public static String of(Stage stage, Words words) {
        return found(words, "stage." + lower(stage));
    }

    public static String of(Act.Kind act, Words words) {
        return found(words, "act." + lower(act));
    }

    public static String of(Performance performance, Words words) {
        return found(words, "performance." + lower(performance));
    }

    /** Why a body is warned, with the day that passed or the number of the commitment that was broken. */
    static String of(Warnings.Warning warning, Words words) {
        Promise cause = warning.cause();
        LocalDate due = warning.promise().steps().getLast().due();
        String fact = cause != null ? cause.number() : due == null ? "" : new Formats(words.language()).day(due);
        return found(words, "warning." + lower(warning.kind()), fact);
    }

    public static String of(CommitmentItem.Handling handling, Words words) {
        return found(words, "handling." + lower(handling));
    }

    /** Why an act was refused, with the rule that says so where the pack has one. */
    static String of(Refused refused, Policy policy, Words words) {
        String sentence = found(
                words, "refusal." + lower(refused.reason()), refused.facts().toArray());
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(refused.rule()))
                .findFirst()
                .map(rule -> sentence
                        + words.say(BASIS, words.say(rule.title()), rule.basis().citation()))
                .orElse(sentence);
    }

    private static String found(Words words, String key, Object... facts) {
        String sentence = words.find(BY_CODE, key, facts);
        if (sentence == null) {
            throw new IllegalStateException("no " + key + " in " + BY_CODE);
        }
        return sentence;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
