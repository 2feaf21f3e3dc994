package org.xinheng.server.inspection.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.draw.Inspector;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Inspectors of the officer's own body by staff number, and whom they may not visit. */
public record StaffPage(List<Inspector> inspectors, List<Conflict> conflicts, Map<String, String> faults)
        implements PageView {

    /** Whom a staff number may not visit (回避). */
    public record Conflict(String staffNumber, @Nullable String code, String name) {}

    public static final String PATH = "/inspections/staff";

    @Override
    public String template() {
        return "inspection/staff";
    }

    @Override
    public String title(Words words) {
        return words.say(InspectionText.STAFF_TITLE);
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
