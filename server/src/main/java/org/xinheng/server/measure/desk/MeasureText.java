package org.xinheng.server.measure.desk;

import java.util.Locale;
import org.xinheng.core.measure.use.Reason;
import org.xinheng.core.measure.use.Verdict;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of applied measures. */
public enum MeasureText implements Text {
    NAV,
    NAV_NOTICES,
    LIST_TITLE,
    LIST_LEAD,
    LIST_LEAD_OFFICE,
    LIST_NONE,
    LIST_NONE_HINT,
    LIST_CUT,
    NEW,
    STATE,
    EFFECT,
    EFFECT_RESTRICTION,
    EFFECT_INCENTIVE,
    MEASURE,
    MATTER,
    ORGANISATION,
    BODY,
    DECISION,
    APPLIED_ON,
    UNTIL,
    WHY,
    FILE_TITLE,
    FILE_GROUND,
    FILE_BASIS,
    FILE_ACTOR,
    FILE_RULES,
    FILE_HISTORY,
    FILE_HISTORY_NONE,
    FORM_TITLE,
    FORM_LEAD,
    FORM_CODE,
    FORM_CODE_HINT,
    FORM_CHOOSE,
    FORM_RECORD,
    FORM_RECORD_HINT,
    FORM_DECISION,
    FORM_DECISION_HINT,
    FORM_APPLY,
    FAULT_CODE,
    FAULT_UNKNOWN_ORGANISATION,
    FAULT_OVERTAKEN,
    NOTICES_TITLE,
    NOTICES_LEAD,
    NOTICES_NONE,
    NOTICES_NONE_HINT,
    NOTICES_ON_DAY,
    NOTICES_SEE,
    NOTICES_SEEN,
    BASIS,
    NEXT,
    PROBLEM_REFUSED,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE,
    PROBLEM_OVERTAKEN;

    /** Sentences by the code of a refusal or a state. */
    private static final String BY_CODE = "measure-steps";

    @Override
    public String bundle() {
        return "measures";
    }

    /** Why a measure was refused, with the rule that says so where the catalogue has one. */
    public static String of(Verdict.Refused refused, Policy policy, Words words) {
        String sentence = found(
                words, "refusal." + lower(refused.reason()), refused.facts().toArray());
        return policy.measures().stream()
                .filter(measure -> measure.id().equals(refused.rule()))
                .findFirst()
                .map(measure -> sentence
                        + words.say(
                                BASIS,
                                words.say(measure.rule().title()),
                                measure.rule().basis().citation()))
                .orElse(sentence);
    }

    public static String of(AppliedState.Kind state, Words words) {
        return found(words, "state." + lower(state));
    }

    /** Why it is not on; empty when it is. */
    public static String why(AppliedState state, Words words) {
        Reason reason = state.reason();
        return reason == null
                ? ""
                : found(words, "off." + lower(reason), state.facts().toArray());
    }

    static MeasureText of(Measure.Effect effect) {
        return switch (effect) {
            case RESTRICTION -> EFFECT_RESTRICTION;
            case INCENTIVE -> EFFECT_INCENTIVE;
        };
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
