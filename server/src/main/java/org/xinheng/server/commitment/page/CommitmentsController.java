package org.xinheng.server.commitment.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.commitment.page.CommitmentViews.Faults;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** The public column and its matters; an organisation that signed in signs there. */
@Controller
@OpenToAll
class CommitmentsController {

    private static final int LINES = 50;

    private final CommitmentDesk desk;
    private final CommitmentViews views;
    private final CurrentActor current;

    CommitmentsController(CommitmentDesk desk, CommitmentViews views, CurrentActor current) {
        this.desk = desk;
        this.views = views;
        this.current = current;
    }

    @GetMapping(ColumnPage.PATH)
    ColumnPage column(@RequestParam(required = false) @Nullable Long before, HttpServletRequest request) {
        Slice<Promise> page = Slice.of(LINES, many -> desk.commitments().list(null, Slice.before(before), many));
        return views.column(page.rows(), page.next(Promise::id), words(request));
    }

    @GetMapping(ColumnPage.PATH + "/items/{id}")
    Answer item(@PathVariable String id, HttpServletRequest request) {
        return desk.item(id)
                .<Answer>map(item -> views.item(
                        item, current.find().orElse(null), TypedCommitment.NOTHING, Faults.NONE, words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(ColumnPage.PATH + "/items/{id}")
    Answer sign(@PathVariable String id, TypedCommitment typed, HttpServletRequest request) {
        Actor actor = current.require(Permission.OWN_FILE);
        CommitmentItem item = desk.item(id).orElse(null);
        if (item == null || desk.own(actor).isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Words words = words(request);
        FormCheck check = desk.check(words);
        CommitmentDesk.Signing signing = new CommitmentReading(check, desk, words).signing(item, typed);
        if (signing != null) {
            switch (desk.sign(actor, item, signing)) {
                case Accepted(Promise kept) -> {
                    return new Redirect(PromisesPage.PATH + "/" + kept.id());
                }
                case Refused refused -> check.wrong("statement", CommitmentText.of(refused, desk.policy(), words));
            }
        }
        return views.item(item, actor, typed, new Faults(check.faults()), words);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
