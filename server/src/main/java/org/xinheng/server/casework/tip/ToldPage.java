package org.xinheng.server.casework.tip;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What was told has come in. @param code shown this once; @param body that looks into it */
public record ToldPage(String code, String body) implements PageView {

    @Override
    public String template() {
        return "casework/told";
    }

    @Override
    public String title(Words words) {
        return words.say(TipText.TOLD_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
