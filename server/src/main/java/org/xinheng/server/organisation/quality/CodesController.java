package org.xinheng.server.organisation.quality;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.organisation.CodeQuality.Settling;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The queue of wrong and duplicate codes for clerks. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class CodesController {

    private final CodesDesk desk;
    private final CurrentActor current;

    CodesController(CodesDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(CodesPage.PATH)
    Answer list(HttpServletRequest request) {
        Words words = words(request);
        Actor actor = actor();
        ListAsk ask = CodesList.PLAN.ask(request);
        boolean open = !ask.typed(CodesList.OPEN).equals("false");
        String typed = ask.typed(CodesList.FAULT);
        CodeFault fault = typed.isEmpty() ? null : CodeFault.valueOf(typed);
        List<CodesPage.Line> lines = desk.list(actor, open, fault, null, ListPlan.MOST).entries().stream()
                .map(entry -> new CodesPage.Line(entry, desk.nameOf(entry.source(), words)))
                .toList();
        Map<CodeFault, Long> counts = desk.queue().open(desk.seen(actor));
        return CodesList.PLAN.answer(
                ask, lines, words, (list, shown) -> new CodesPage(open, fault, counts, list, shown));
    }

    @GetMapping(CodesPage.PATH + "/{id}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        return desk.find(actor(), id)
                .<Answer>map(entry -> page(entry, null, null, Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(CodesPage.PATH + "/{id}")
    Answer settle(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Words words = words(request);
        Entry entry = desk.find(actor(), id).orElse(null);
        if (entry == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        if (!desk.maySettle(actor(), entry)) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = desk.check(words);
        CodesDesk.Read read = desk.read(entry, outcome, reason, check, words);
        if (!check.failed() && read.outcome() != null) {
            Settling settling = desk.queue().settle(id, read.outcome(), read.reason(), actor().name());
            if (settling == Settling.DONE) {
                return new Redirect(CodesPage.PATH + "/" + id);
            }
            check.wrong("outcome", words.say(CodesText.of(settling)));
        }
        return page(desk.queue().find(id).orElse(entry), outcome, reason, check.faults(), words);
    }

    private CodePage page(
            Entry entry, @Nullable String outcome, @Nullable String reason, Map<String, String> faults, Words words) {
        return new CodePage(
                entry,
                desk.nameOf(entry.source(), words),
                desk.maySettle(actor(), entry),
                CodesDesk.outcomes(entry.fault(), words),
                outcome,
                reason,
                faults);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
