package org.xinheng.server.inspection.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.server.inspection.plan.Plan;
import org.xinheng.server.inspection.plan.Plan.Awaited;
import org.xinheng.server.inspection.plan.Plan.Drawn;
import org.xinheng.server.inspection.plan.Plan.Sealed;
import org.xinheng.server.inspection.plan.Plan.Visit;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Words;

/**
 * A plan in words, for pages and programs. No risk class and no conflict is in it.
 *
 * @param root null until the pool is committed to
 * @param publishedAt when the source publishes the value that decides
 * @param entropy null until the seed was entered
 * @param list null until the list is public; the inspecting body sees it from the draw on
 * @param listBy the day on which the list is public at the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(
        String id,
        String title,
        String authority,
        List<String> items,
        String source,
        Instant publishedAt,
        LocalDate firstDay,
        LocalDate lastDay,
        State state,
        @Nullable String root,
        @Nullable Instant sealedAt,
        @Nullable Integer visits,
        @Nullable String entropy,
        LocalDate listBy,
        @Nullable List<Line> list) {

    public enum State {
        MADE,
        SEALED,
        DRAWN,
        PUBLIC;

        public InspectionText text() {
            return InspectionText.valueOf("STATE_" + name());
        }
    }

    /**
     * @param team staff numbers
     * @param overdue the day by which the result was due; null when it is there or still in time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int no,
            @Nullable String code,
            String name,
            List<String> team,
            @Nullable LocalDate visitedOn,
            @Nullable String result,
            @Nullable LocalDate overdue) {}

    public String path() {
        return PlansPage.PATH + "/" + id;
    }

    public String workPath() {
        return WorkPage.PATH + "/" + id;
    }

    /** @param inside for the inspecting body, which sees whom it has to visit */
    static PlanView of(Plan plan, boolean inside, InspectionDesk desk, Words words) {
        List<Visit> visits =
                plan.drawn() == null ? List.of() : desk.inspections().plans().visits(plan.id());
        boolean shown = desk.inspections().calendar().isListPublic(plan, visits);
        Sealed sealed = plan.sealed();
        Drawn drawn = plan.drawn();
        Map<String, String> items = desk.items(words);
        return new PlanView(
                Long.toString(plan.id()),
                plan.order().title(),
                desk.nameOf(plan.authority(), words),
                plan.order().items().stream()
                        .map(one -> items.getOrDefault(one, one))
                        .toList(),
                source(plan.order().awaited(), desk, words),
                plan.order().awaited().published(),
                plan.order().firstDay(),
                plan.order().lastDay(),
                shown ? State.PUBLIC : drawn != null ? State.DRAWN : sealed != null ? State.SEALED : State.MADE,
                sealed == null ? null : sealed.root(),
                sealed == null ? null : sealed.at(),
                sealed == null ? null : sealed.visits(),
                drawn == null ? null : drawn.entropy(),
                desk.inspections().calendar().listDue(plan),
                drawn != null && (shown || inside) ? lines(plan, visits, desk, words) : null);
    }

    private static String source(Awaited awaited, InspectionDesk desk, Words words) {
        return desk.sources(words).getOrDefault(awaited.source(), awaited.source()) + " " + awaited.issue();
    }

    private static List<Line> lines(Plan plan, List<Visit> visits, InspectionDesk desk, Words words) {
        Map<Long, OrganisationLabel> labels = desk.organisations()
                .labels(visits.stream().map(Visit::organisation).toList());
        LocalDate due = desk.inspections().calendar().resultDue(plan);
        boolean late = desk.inspections().calendar().today().isAfter(due);
        return visits.stream()
                .map(visit -> {
                    OrganisationLabel label = labels.get(visit.organisation());
                    Plan.Result result = visit.result();
                    return new Line(
                            visit.no(),
                            label == null ? null : label.code(),
                            label == null ? "" : label.name(),
                            visit.team(),
                            result == null ? null : result.visitedOn(),
                            result == null ? null : outcome(result.outcome(), desk, words),
                            result == null && late ? due : null);
                })
                .toList();
    }

    private static String outcome(String id, InspectionDesk desk, Words words) {
        return desk.inspections()
                .rules()
                .flatMap(rules -> rules.outcome(id))
                .map(InspectionRules.Outcome::title)
                .map(words::say)
                .orElse(id);
    }
}
