package org.xinheng.server.inspection.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Plans that are committed to, for everybody; next is the number before which the next page begins. */
public record PlansPage(List<PlanView> plans, @Nullable Long next) implements PageView {

    public static final String PATH = "/inspections";

    @Override
    public String template() {
        return "inspection/plans";
    }

    @Override
    public String title(Words words) {
        return words.say(InspectionText.TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
