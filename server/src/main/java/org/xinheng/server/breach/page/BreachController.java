package org.xinheng.server.breach.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Notices of breaches: the body that was told takes notice, the office and the auditor watch. */
@Controller
@Requires(Permission.DELIVER)
class BreachController {

    private final BreachDesk desk;
    private final CurrentActor current;

    BreachController(BreachDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(BreachesPage.PATH)
    BreachesPage own(HttpServletRequest request) {
        Actor actor = current.require(Permission.DELIVER);
        ListView list = ListView.pages(ListAsk.pages(request, BreachesPage.PATH), desk.countOwn(actor));
        return new BreachesPage(
                list, desk.own(actor, list.ask().offset(), ListAsk.SHOWN, words(request)), List.of(), true);
    }

    @PostMapping(BreachesPage.PATH + "/{id:\\d{1,18}}/acknowledgement")
    Answer acknowledge(@PathVariable long id, HttpServletRequest request) {
        ListAsk asked = ListAsk.pages(request, BreachesPage.PATH);
        return switch (desk.acknowledge(current.require(Permission.DELIVER), id)) {
            // A colleague was faster: the list says since when.
            case NOW, BEFORE -> new Redirect(asked.page(asked.page()));
            case WITHDRAWN ->
                new ErrorPage(HttpStatus.CONFLICT, BreachText.PROBLEM_WITHDRAWN, BreachText.PROBLEM_WITHDRAWN_ADVICE);
            case UNKNOWN -> ErrorPage.of(HttpStatus.NOT_FOUND);
        };
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(BreachesPage.ALL)
    BreachesPage all(HttpServletRequest request) {
        Words words = words(request);
        Actor actor = current.require(Permission.OVERSEE);
        ListView list = ListView.pages(ListAsk.pages(request, BreachesPage.ALL), desk.countAll());
        return new BreachesPage(
                list, desk.all(actor, list.ask().offset(), ListAsk.SHOWN, words), desk.enterprises(words), false);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
