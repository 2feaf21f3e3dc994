package org.xinheng.server.listing.page;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Agenda;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of the proceedings. */
public enum ListingText implements Text {
    NAV,
    TITLE,
    LEAD,
    LEAD_OWN,
    NONE,
    NONE_HINT,
    LIST,
    PARTY,
    STAGE,
    AUTHORITY,
    OPENED,
    WARNINGS,
    WARNINGS_WHY,
    NEW,
    NEW_TITLE,
    NEW_LEAD,
    NEW_CODE,
    NEW_CODE_HINT,
    NEW_CODE_UNKNOWN,
    NEW_LIST,
    NEW_GROUND,
    NEW_KIND,
    NEW_FACTS,
    NEW_FACTS_HINT,
    NEW_LAW,
    NEW_MEASURES,
    NEW_MEASURES_HINT,
    NEW_TAG_MEASURES,
    NEW_UNDERLYING,
    NEW_UNDERLYING_OTHER,
    NEW_UNDERLYING_SEVERAL,
    NEW_SEND,
    FILE_TITLE,
    FILE_FACTS,
    FILE_LAW,
    FILE_MEASURES,
    FILE_UNDERLYING,
    FILE_GROUND,
    FILE_ANSWER_BY,
    FILE_UNTIL,
    FILE_STEPS,
    FILE_STEP_BY,
    FILE_REPAIRED,
    FILE_WITHDRAWN,
    FILE_DOCUMENTS,
    FILE_ACTS,
    FILE_NO_ACTS,
    FILE_WAY_OUT,
    FILE_EARLIEST,
    FILE_RULE,
    FILE_TAG,
    FILE_OBJECT,
    FORM_TAG_GRANTED,
    FORM_DOCUMENT,
    FORM_REASONS,
    FORM_REASONS_HINT,
    FORM_UNTIL,
    FORM_UNTIL_HINT,
    FORM_VERDICT,
    FORM_VERDICT_LIST,
    FORM_VERDICT_DECLINE,
    FORM_ON,
    FORM_FORM,
    FORM_FORM_STATEMENT,
    FORM_FORM_DEFENCE,
    FORM_FORM_HEARING,
    FORM_WORDS,
    FORM_LAST,
    FORM_GIVEN,
    FORM_YES,
    FORM_NO,
    FORM_HELD,
    FORM_TIME,
    FORM_PLACE,
    FORM_MINUTES,
    FORM_SHOWN,
    FORM_PROOF,
    FORM_FELL,
    FORM_GRANTED,
    BACK,
    REFUSED_BASIS,
    CHAPTER_TITLE,
    CHAPTER_UNTIL,
    CHAPTER_OPEN,
    CHAPTER_EARLY,
    CHAPTER_EARLY_FROM,
    CHAPTER_DUTY,
    CHAPTER_TERM_ONLY,
    CHAPTER_RULE,
    CHAPTER_OWN,
    CHAPTER_PROCEEDING,
    CHAPTER_OPEN_PROCEEDING,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE,
    PROBLEM_REFUSED;

    /** Sentences by the code of a stage, an act or a refusal. */
    private static final String BY_CODE = "listing-steps";

    /** A watch tag (重点关注) is set and lifted, where a list has words of its own: nobody stands on it publicly. */
    private static final Map<String, String> OF_TAG =
            Map.of("stage.", "tag.stage.", "act.", "tag.act.", "warning.", "tag.warning.", "refusal.", "tag.refusal.");

    @Override
    public String bundle() {
        return "listing";
    }

    static String of(Stage stage, ListRule list, Words words) {
        return found(words, list, "stage.", lower(stage));
    }

    static String of(Act.Kind act, ListRule list, Words words) {
        return found(words, list, "act.", lower(act));
    }

    /**
     * Why an act was refused, with the rule that says so where the pack has one.
     *
     * @param list null where there is none
     */
    static String of(Refused refused, @Nullable ListRule list, Policy policy, Words words) {
        boolean unfit = refused.reason() == Reason.RECORD_UNFIT;
        Object[] facts = refused.facts().stream()
                .map(fact -> unfit ? unfit(fact, words) : field(fact, words))
                .toArray();
        String sentence = found(words, list, "refusal.", lower(refused.reason()), facts);
        String rule = refused.rule();
        return policy.rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(one -> sentence + basis(one, words))
                .orElse(sentence);
    }

    private static String basis(Rule rule, Words words) {
        return words.say(REFUSED_BASIS, words.say(rule.title()), rule.basis().citation());
    }

    /** Of what a body is warned, with the rule that sets the period. */
    static String of(Agenda.Item item, ListRule list, Policy policy, Words words) {
        String day = new Formats(words.language()).day(item.due().by());
        Rule rule = policy.deadline(item.due().clock(), item.due().from()).rule();
        return found(words, list, "warning.", lower(item.kind()), day) + basis(rule, words);
    }

    private static String field(String fact, Words words) {
        String field = words.find(BY_CODE, "field." + fact);
        return field == null ? fact : field;
    }

    /**
     * Why a decision makes no record that may be shown.
     *
     * @param codes of the findings with a comma between them; what only a form can explain is said in general
     */
    static String unfit(String codes, Words words) {
        return Stream.of(codes.split(", "))
                .map(code -> {
                    String own = words.find(BY_CODE, "field." + code);
                    String finding = words.find("findings", "finding." + code);
                    String general = field("unfit", words);
                    return own != null ? own : finding == null || finding.contains("{") ? general : finding;
                })
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String found(Words words, @Nullable ListRule list, String family, String code, Object... facts) {
        String ofTag = list != null && list.nature() == ListRule.Nature.WATCH ? OF_TAG.get(family) : null;
        String own = ofTag == null ? null : words.find(BY_CODE, ofTag + code, facts);
        return own == null ? found(words, family + code, facts) : own;
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
