package org.xinheng.server.inspection.page;

import java.util.Arrays;
import java.util.List;
import org.xinheng.server.inspection.page.PlanView.State;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what the plans of the own body are looked through, ordered and taken home. */
final class PlansList {

    static final ListPlan<PlanView> PLAN = new ListPlan<>(
            WorkPage.PATH,
            "-first",
            "inspections",
            InspectionText.WORK_TITLE,
            List.of(
                    Column.text("plan", InspectionText.PLAN, (plan, _) -> plan.title()),
                    Column.text("authority", InspectionText.AUTHORITY, (plan, _) -> plan.authority()),
                    Column.by(
                            "state",
                            InspectionText.STATE,
                            (plan, words) -> words.say(plan.state().text()),
                            PlanView::state),
                    Column.number("visits", InspectionText.VISITS, plan -> {
                        Integer visits = plan.visits();
                        return visits == null ? 0 : visits;
                    }),
                    Column.day("first", InspectionText.FIRST_DAY, PlanView::firstDay),
                    Column.day("last", InspectionText.LAST_DAY, PlanView::lastDay)),
            List.of(
                    Filter.words(plan -> List.of(plan.title(), plan.authority())),
                    Filter.one(
                            "state",
                            InspectionText.STATE,
                            Arrays.stream(State.values())
                                    .map(state -> new Choice(state.name(), words -> words.say(state.text())))
                                    .toList(),
                            plan -> plan.state().name())));

    private PlansList() {}
}
