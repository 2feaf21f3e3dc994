package org.xinheng.server.evaluation.advice;

import java.util.List;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Advice for the organisation that received it. */
public record OwnAdvicePage(List<AdviceView> advice) implements PageView {

    public static final String PATH = AdvicePage.PATH + "/own";

    @Override
    public String template() {
        return "evaluation/own-advice";
    }

    @Override
    public String title(Words words) {
        return words.say(AdviceText.OWN_TITLE);
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
