package org.xinheng.server.evaluation.desk;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One organisation's result.
 *
 * @param own whether the organisation itself reads it; else the office does
 */
public record ResultPage(ResultView result, boolean own) implements PageView {

    /** Where a record stands: to the organisation in its own file, which also has those that are not shown. */
    public String record(String address) {
        return own ? "/own-file#record-" + address : "/records/" + address;
    }

    @Override
    public String template() {
        return "evaluation/result";
    }

    @Override
    public String title(Words words) {
        return own
                ? words.say(EvaluationText.RESULT_OWN_TITLE)
                : words.say(EvaluationText.RESULT_TITLE, result.subject().name());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return own ? "" : RunsPage.PATH;
    }
}
