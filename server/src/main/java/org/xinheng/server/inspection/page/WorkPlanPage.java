package org.xinheng.server.inspection.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One plan for its body, with the step that comes next. */
public record WorkPlanPage(PlanView plan, Map<String, String> outcomes, TypedStep typed, Map<String, String> faults)
        implements PageView {

    @Override
    public String template() {
        return "inspection/work-plan";
    }

    @Override
    public String title(Words words) {
        return plan.title();
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
