package org.xinheng.server.commitment.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.commitment.page.CommitmentViews.Faults;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Commitments from the inside: the organisation its own, the accepting body those it took, the credit office looks on. */
@Controller
@Requires({Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT, Permission.OVERSEE, Permission.OWN_FILE})
class PromisesController {

    private static final int WARNINGS = 20;

    private final CommitmentDesk desk;
    private final CommitmentViews views;
    private final CurrentActor current;

    PromisesController(CommitmentDesk desk, CommitmentViews views, CurrentActor current) {
        this.desk = desk;
        this.views = views;
        this.current = current;
    }

    @GetMapping(PromisesPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor actor = actor();
        Words words = words(request);
        ListAsk ask = PromisesList.PLAN.ask(request);
        List<ColumnPage.PromiseLine> lines = views.lines(desk.list(actor, Long.MAX_VALUE, ListPlan.MOST), words);
        // What has to be looked at first stands above the whole list only.
        boolean opening = ask.page() == 1 && ask.typed().isEmpty();
        return PromisesList.PLAN.answer(
                ask,
                lines,
                words,
                (list, shown) -> new PromisesPage(
                        actor.may(Permission.OWN_FILE),
                        opening ? views.warnings(desk.warnings(actor, WARNINGS), words) : List.of(),
                        list,
                        shown));
    }

    @GetMapping(PromisesPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        return desk.find(actor(), id)
                .<Answer>map(
                        promise -> views.page(actor(), promise, TypedCommitment.NOTHING, Faults.NONE, words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires({Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT, Permission.OWN_FILE})
    @PostMapping(PromisesPage.PATH + "/{id:\\d{1,18}}")
    Answer act(@PathVariable long id, TypedCommitment typed, HttpServletRequest request) {
        Actor actor = actor();
        Promise promise = desk.find(actor, id).orElse(null);
        if (promise == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Words words = words(request);
        FormCheck check = desk.check(words);
        Act act = new CommitmentReading(check, desk, words).act(typed);
        if (act != null) {
            switch (desk.act(actor, promise, CommitmentReading.seen(typed), act)) {
                case Accepted _ -> {
                    return new Redirect(PromisesPage.PATH + "/" + id);
                }
                case Refused refused -> check.wrong("act", CommitmentText.of(refused, desk.policy(), words));
            }
        }
        Promise stands = desk.find(actor, id).orElseThrow();
        return views.page(actor, stands, typed, new Faults(check.faults()), words);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
