package org.xinheng.server.inspection.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.inspection.plan.Outcome;
import org.xinheng.server.inspection.plan.Plan;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The supervising officer's desk: plans of the own body, its inspectors, and each step. */
@Controller
@Requires(Permission.INSPECT)
class WorkController {

    private final InspectionDesk desk;
    private final StaffDesk staff;
    private final CurrentActor current;

    WorkController(InspectionDesk desk, StaffDesk staff, CurrentActor current) {
        this.desk = desk;
        this.staff = staff;
        this.current = current;
    }

    @GetMapping(WorkPage.PATH)
    Answer list(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = PlansList.PLAN.ask(request);
        List<PlanView> plans = desk.own(actor(), Long.MAX_VALUE, ListPlan.MOST).stream()
                .map(plan -> PlanView.of(plan, true, desk, words))
                .toList();
        return PlansList.PLAN.answer(ask, plans, words, WorkPage::new);
    }

    @GetMapping(NewPlanPage.PATH)
    NewPlanPage form(HttpServletRequest request) {
        return form(TypedPlan.NOTHING, Map.of(), words(request));
    }

    @PostMapping(WorkPage.PATH)
    Answer make(TypedPlan typed, HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        Plan plan = desk.make(actor(), typed, check, words);
        return plan == null ? form(typed, check.faults(), words) : new Redirect(WorkPage.PATH + "/" + plan.id());
    }

    private NewPlanPage form(TypedPlan typed, Map<String, String> faults, Words words) {
        String key = TypedPlan.text(typed.key());
        return new NewPlanPage(
                desk.items(words),
                desk.sources(words),
                typed,
                key.isBlank() ? UUID.randomUUID().toString() : key,
                faults);
    }

    @GetMapping(WorkPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        return desk.own(actor(), id)
                .<Answer>map(plan -> page(plan, TypedStep.NOTHING, Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @PostMapping(WorkPage.PATH + "/{id:\\d{1,18}}")
    Answer step(@PathVariable long id, TypedStep typed, HttpServletRequest request) {
        Words words = words(request);
        Plan plan = desk.own(actor(), id).orElse(null);
        if (plan == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = desk.check(words);
        switch (desk.step(actor(), plan, typed, check, words)) {
            case Outcome.Done _ -> {
                return new Redirect(WorkPage.PATH + "/" + id);
            }
            case Outcome.Refused refused -> check.wrong("act", InspectionText.of(refused, words));
            case null -> {
                // the check says what is unfit
            }
        }
        return page(plan, typed, check.faults(), words);
    }

    private WorkPlanPage page(Plan plan, TypedStep typed, Map<String, String> faults, Words words) {
        return new WorkPlanPage(PlanView.of(plan, true, desk, words), desk.outcomes(words), typed, faults);
    }

    @GetMapping(StaffPage.PATH)
    StaffPage staff() {
        return staff(Map.of());
    }

    @PostMapping(StaffPage.PATH)
    Answer enter(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String qualifications,
            @RequestParam(defaultValue = "no") String serves,
            HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        boolean done = staff.enter(actor(), number, qualifications, serves.equals("yes"), check, words);
        return done ? new Redirect(StaffPage.PATH) : staff(check.faults());
    }

    @PostMapping(StaffPage.PATH + "/conflicts")
    Answer conflict(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "no") String stands,
            HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        boolean done = staff.conflict(actor(), number, code, stands.equals("yes"), check, words);
        return done ? new Redirect(StaffPage.PATH) : staff(check.faults());
    }

    private StaffPage staff(Map<String, String> faults) {
        StaffDesk.Staff own = staff.staff(actor());
        return new StaffPage(own.inspectors(), own.conflicts(), faults);
    }

    private Actor actor() {
        return current.require(Permission.INSPECT);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
