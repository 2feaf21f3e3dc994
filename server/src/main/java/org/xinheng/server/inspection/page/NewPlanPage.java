package org.xinheng.server.inspection.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** The form of a plan; items and sources by id with their titles, faults by field. */
public record NewPlanPage(
        Map<String, String> items, Map<String, String> sources, TypedPlan typed, String key, Map<String, String> faults)
        implements PageView {

    public static final String PATH = "/inspections/desk/new";

    @Override
    public String template() {
        return "inspection/new";
    }

    @Override
    public String title(Words words) {
        return words.say(InspectionText.NEW_TITLE);
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
