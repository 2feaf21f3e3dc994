package org.xinheng.server.evaluation.advice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Advice after a poor grade: the office's page, and the organisation's own. */
@Controller
@Requires(Permission.OVERSEE)
class AdviceController {

    private final AdviceDesk desk;
    private final CurrentActor current;

    AdviceController(AdviceDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(AdvicePage.PATH)
    AdvicePage list(HttpServletRequest request) {
        Actor actor = current.require(Permission.OVERSEE);
        ListView list = ListView.pages(ListAsk.pages(request, AdvicePage.PATH), desk.count());
        return new AdvicePage(list, desk.all(actor, list.ask().offset(), ListAsk.SHOWN, words(request)));
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(OwnAdvicePage.PATH)
    OwnAdvicePage own(HttpServletRequest request) {
        return new OwnAdvicePage(desk.own(current.require(Permission.OWN_FILE), words(request)));
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(OwnAdvicePage.PATH + "/{id:\\d{1,18}}")
    Answer answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean talk,
            @RequestParam(defaultValue = "") List<String> courses,
            HttpServletRequest request) {
        return desk.answer(current.require(Permission.OWN_FILE), id, talk, courses, words(request))
                .<Answer>map(_ -> new Redirect(OwnAdvicePage.PATH))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
