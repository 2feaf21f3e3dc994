package org.xinheng.server.listing.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.server.web.Words;

/** What can be chosen in the forms of acts: value → title, in a fixed order. */
final class Choices {

    static final String YES = "yes";
    private static final String NO = "no";

    private Choices() {}

    static Map<String, String> verdicts(Words words) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        verdicts.put(Verdict.LIST.name(), words.say(ListingText.FORM_VERDICT_LIST));
        verdicts.put(Verdict.DECLINE.name(), words.say(ListingText.FORM_VERDICT_DECLINE));
        return verdicts;
    }

    static Map<String, String> forms(Words words) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(Form.STATEMENT.name(), words.say(ListingText.FORM_FORM_STATEMENT));
        forms.put(Form.DEFENCE.name(), words.say(ListingText.FORM_FORM_DEFENCE));
        forms.put(Form.HEARING_REQUEST.name(), words.say(ListingText.FORM_FORM_HEARING));
        return forms;
    }

    static Map<String, String> yesNo(Words words) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(YES, words.say(ListingText.FORM_YES));
        answers.put(NO, words.say(ListingText.FORM_NO));
        return answers;
    }
}
