package org.xinheng.server.inspection.page;

import java.util.List;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Draws in whose pool the organisation was. */
public record OwnPage(List<Line> lines) implements PageView {

    public static final String PATH = "/inspections/own";

    @Override
    public String template() {
        return "inspection/own";
    }

    @Override
    public String title(Words words) {
        return words.say(InspectionText.OWN_TITLE);
    }

    /** @param opening the line that opens its ticket */
    public record Line(PlanView plan, String opening, boolean drawn) {}

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
