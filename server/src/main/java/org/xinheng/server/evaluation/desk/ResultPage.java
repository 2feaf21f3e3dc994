package org.xinheng.server.evaluation.desk;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One organisation's result, for the office. */
public record ResultPage(ResultView result) implements PageView {

    @Override
    public String template() {
        return "evaluation/result";
    }

    @Override
    public String title(Words words) {
        return words.say(EvaluationText.RESULT_TITLE, result.subject().name());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return RunsPage.PATH;
    }
}
