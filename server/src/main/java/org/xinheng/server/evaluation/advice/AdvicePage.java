package org.xinheng.server.evaluation.advice;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Who was advised and what they answered, for the office. */
public record AdvicePage(ListView list, List<AdviceView> advice) implements PageView {

    public static final String PATH = "/evaluations/advice";

    @Override
    public String template() {
        return "evaluation/advice";
    }

    @Override
    public String title(Words words) {
        return words.say(AdviceText.TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
