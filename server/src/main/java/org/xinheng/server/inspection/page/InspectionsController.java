package org.xinheng.server.inspection.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.inspection.plan.Plan;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** What everybody sees of inspections, what an organisation sees of its own, and what auditor and court download. */
@Controller
@OpenToAll
class InspectionsController {

    private static final int LINES = 20;

    private final InspectionDesk desk;
    private final CurrentActor current;

    InspectionsController(InspectionDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(PlansPage.PATH)
    PlansPage list(@RequestParam(required = false) @Nullable Long before, HttpServletRequest request) {
        Words words = words(request);
        Slice<Plan> page =
                Slice.of(LINES, many -> desk.inspections().plans().list(null, true, Slice.before(before), many));
        return new PlansPage(
                page.rows().stream()
                        .map(plan -> PlanView.of(plan, false, desk, words))
                        .toList(),
                page.next(Plan::id));
    }

    @GetMapping(PlansPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        boolean auditor =
                current.find().filter(actor -> actor.may(Permission.READ_PAST)).isPresent();
        return desk.open(id)
                .<Answer>map(plan -> new PlanPage(PlanView.of(plan, false, desk, words(request)), auditor))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.READ_PAST)
    @PostMapping(PlansPage.PATH + "/{id:\\d{1,18}}/full-bundle")
    ResponseEntity<byte[]> full(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String purpose,
            HttpServletRequest request) {
        FormCheck check = desk.check(words(request));
        String stated = check.reason("purpose", purpose, 2, 200);
        if (check.failed()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return desk.fullBundle(current.require(Permission.READ_PAST), id, stated)
                .map(text -> Files.attached("inspection-" + id + "-full.txt", text))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(OwnPage.PATH)
    OwnPage own(HttpServletRequest request) {
        Actor actor = current.require(Permission.OWN_FILE);
        return new OwnPage(desk.tickets(actor).stream()
                .map(one -> new OwnPage.Line(
                        PlanView.of(one.plan(), false, desk, words(request)), one.opening(), one.drawn()))
                .toList());
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
