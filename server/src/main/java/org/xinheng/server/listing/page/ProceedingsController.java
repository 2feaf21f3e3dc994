package org.xinheng.server.listing.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Proceedings on pages: officers and heads conduct their body's, the office looks on, the organisation reads and answers its own. */
@Controller
@Requires({Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING, Permission.OVERSEE, Permission.OWN_FILE})
class ProceedingsController {

    private static final int WARNINGS = 20;

    private final ProceedingDesk desk;
    private final ProceedingViews views;
    private final CurrentActor current;

    ProceedingsController(ProceedingDesk desk, ProceedingViews views, CurrentActor current) {
        this.desk = desk;
        this.views = views;
        this.current = current;
    }

    @GetMapping(ProceedingsPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor actor = actor();
        Words words = words(request);
        ListAsk ask = ProceedingsList.PLAN.ask(request);
        List<ProceedingsPage.Line> lines = views.lines(desk.list(actor, Long.MAX_VALUE, ListPlan.MOST), words);
        // What has to be looked at first stands above the whole list only.
        boolean opening = ask.page() == 1 && ask.typed().isEmpty();
        return ProceedingsList.PLAN.answer(
                ask,
                lines,
                words,
                (list, shown) -> new ProceedingsPage(
                        actor.may(Permission.OWN_FILE),
                        actor.may(Permission.PROPOSE_LISTING),
                        opening ? views.warnings(desk.warnings(actor, WARNINGS), words) : List.of(),
                        list,
                        shown));
    }

    @GetMapping(ProceedingsPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        return desk.find(actor(), id)
                .<Answer>map(proceeding -> views.page(actor(), proceeding, TypedAct.NOTHING, Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires({Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING, Permission.OWN_FILE})
    @PostMapping(ProceedingsPage.PATH + "/{id:\\d{1,18}}")
    Answer act(@PathVariable long id, TypedAct typed, HttpServletRequest request) {
        Words words = words(request);
        Actor actor = actor();
        Proceeding proceeding = desk.find(actor, id).orElse(null);
        if (proceeding == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = desk.check(words);
        Act act = desk.reading(check, words).read(typed, desk.list(proceeding));
        if (act != null) {
            switch (desk.act(actor, proceeding, ActReading.seen(typed), act)) {
                case Accepted _ -> {
                    return new Redirect(ProceedingsPage.PATH + "/" + id);
                }
                case Refused refused ->
                    check.wrong("act", ListingText.of(refused, desk.list(proceeding), desk.policy(), words));
            }
        }
        Proceeding stands = desk.find(actor, id).orElseThrow();
        return views.page(actor, stands, typed, check.faults(), words);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
