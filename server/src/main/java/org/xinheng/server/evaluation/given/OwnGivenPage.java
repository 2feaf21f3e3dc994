package org.xinheng.server.evaluation.given;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What was told of an organisation, for itself. */
public record OwnGivenPage(ListView list, List<GivenView> given) implements PageView {

    public static final String PATH = GivenPage.PATH + "/own";

    @Override
    public String template() {
        return "evaluation/own-given";
    }

    @Override
    public String title(Words words) {
        return words.say(GivenText.OWN_TITLE);
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
