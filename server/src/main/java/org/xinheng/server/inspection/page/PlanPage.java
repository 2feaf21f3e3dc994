package org.xinheng.server.inspection.page;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One plan for everybody: commitment before, list and results after the visits. */
public record PlanPage(PlanView plan, boolean mayReadFull) implements PageView {

    @Override
    public String template() {
        return "inspection/plan";
    }

    @Override
    public String title(Words words) {
        return plan.title();
    }

    @Override
    public String section() {
        return PlansPage.PATH;
    }

    /** Lists name organisations together with what was found: not for search engines. */
    @Override
    public boolean indexed() {
        return plan.list() == null;
    }
}
