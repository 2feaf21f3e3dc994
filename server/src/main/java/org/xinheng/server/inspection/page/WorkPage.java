package org.xinheng.server.inspection.page;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Plans of the officer's own body. */
public record WorkPage(ListView list, List<PlanView> plans) implements PageView {

    public static final String PATH = "/inspections/desk";

    @Override
    public String template() {
        return "inspection/work";
    }

    @Override
    public String title(Words words) {
        return words.say(InspectionText.WORK_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return WorkPage.PATH;
    }
}
