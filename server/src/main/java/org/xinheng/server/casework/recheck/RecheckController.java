package org.xinheng.server.casework.recheck;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.page.CaseForms;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Re-check of granted repairs: everybody concerned reads, the credit office enters what it found. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class RecheckController {

    static final int SHORTEST = 4;
    static final int LONGEST = 1000;

    private final Rechecks rechecks;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    RecheckController(Rechecks rechecks, CaseForms forms, CurrentActor current, AccessLog log) {
        this.rechecks = rechecks;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    @GetMapping(RecheckPage.PATH)
    Answer show(HttpServletRequest request) {
        return page(RecheckList.PLAN.ask(request), null, Words.in(Language.of(request)));
    }

    private Answer page(ListAsk ask, RecheckPage.@Nullable Unentered unentered, Words words) {
        Actor actor = current.find().orElseThrow();
        log.read(actor, "repair.rechecks", null, "re-check");
        Rechecks.Found found = rechecks.found(actor);
        return RecheckList.PLAN.answer(
                ask,
                found.lines().stream().map(RecheckPage.Entry::new).toList(),
                words,
                (list, lines) ->
                        RecheckPage.of(list, lines, found.missed(), actor.may(Permission.DELIVER_FOR_ALL), unentered));
    }

    @Requires(Permission.DELIVER_FOR_ALL)
    @PostMapping(RecheckPage.PATH + "/{id:\\d{1,18}}")
    Answer enter(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String inOrder,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        ListAsk asked = RecheckList.PLAN.ask(request);
        String field = RecheckPage.field(id);
        FormCheck check = forms.check(words);
        boolean right = inOrder.equals("true");
        String said = right && note.isBlank() ? "" : check.reason(field, note, SHORTEST, LONGEST);
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        if (check.failed()) {
            return page(asked, new RecheckPage.Unentered(id, note, check.faults()), words);
        }
        return switch (rechecks.enter(current.find().orElseThrow(), id, seen, right, said)) {
            case DONE -> new Redirect(RecheckPage.PATH + asked.query());
            case UNKNOWN -> ErrorPage.of(HttpStatus.NOT_FOUND);
            case OVERTAKEN -> page(asked, new RecheckPage.Unentered(id, note, Map.of()), words);
        };
    }
}
