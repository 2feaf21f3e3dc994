package org.xinheng.server.evaluation.release;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Notices before a bad grade is given out: the office's page, and the organisation's own. */
@Controller
@Requires(Permission.OVERSEE)
class NoticesController {

    private final NoticeDesk desk;
    private final CurrentActor current;

    NoticesController(NoticeDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(NoticesPage.PATH)
    NoticesPage list(HttpServletRequest request) {
        return page(null, Typing.NOTHING, request);
    }

    private NoticesPage page(@Nullable String said, Typing typing, HttpServletRequest request) {
        Actor actor = current.require(Permission.OVERSEE);
        ListView list = ListView.pages(ListAsk.pages(request, NoticesPage.PATH), desk.count());
        return new NoticesPage(
                list,
                desk.all(actor, list.ask().offset(), ListAsk.SHOWN, words(request)),
                desk.models(),
                said,
                typing,
                actor.may(Permission.KEEP_RULES));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(NoticesPage.PATH)
    Answer serve(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String model,
            HttpServletRequest request) {
        Words words = words(request);
        Outcome outcome = desk.serve(current.require(Permission.KEEP_RULES), code, model);
        return outcome instanceof Outcome.Refused(var why)
                ? page(null, Typing.faulty("code", code, NoticeText.of(why, words)), request)
                : new Redirect(NoticesPage.PATH);
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(NoticesPage.PATH + "/run")
    NoticesPage serveAll(@RequestParam(defaultValue = "") String model, HttpServletRequest request) {
        Words words = words(request);
        return desk.serveAll(current.require(Permission.KEEP_RULES), model)
                .map(many -> page(
                        words.say(many.more() ? NoticeText.SERVED_MORE : NoticeText.SERVED, many.served()),
                        Typing.NOTHING,
                        request))
                .orElseGet(() ->
                        page(null, Typing.faulty("code", "", words.say(NoticeText.PROBLEM_NO_RUN_ADVICE)), request));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(NoticesPage.PATH + "/{id:\\d{1,18}}/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean release,
            @RequestParam(defaultValue = "") String reasons,
            HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        String field = Typing.reasons(id);
        Outcome outcome = desk.decide(
                current.require(Permission.KEEP_RULES), id, release, new NoticeDesk.Typed(field, reasons), check);
        if (outcome instanceof Outcome.Refused(var why)) {
            check.wrong(field, NoticeText.of(why, words));
        }
        return check.failed()
                ? page(null, new Typing(Map.of(field, reasons), check.faults()), request)
                : new Redirect(NoticesPage.PATH);
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(OwnNoticesPage.PATH)
    OwnNoticesPage own(HttpServletRequest request) {
        return new OwnNoticesPage(desk.own(current.require(Permission.OWN_FILE), words(request)), Typing.NOTHING);
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(OwnNoticesPage.PATH + "/{id:\\d{1,18}}")
    Answer answer(@PathVariable long id, @RequestParam(defaultValue = "") String answer, HttpServletRequest request) {
        Words words = words(request);
        Actor actor = current.require(Permission.OWN_FILE);
        FormCheck check = desk.check(words);
        String field = Typing.answer(id);
        Outcome outcome = desk.answer(actor, id, new NoticeDesk.Typed(field, answer), check);
        if (outcome instanceof Outcome.Refused(var why)) {
            check.wrong(field, NoticeText.of(why, words));
        }
        return check.failed()
                ? new OwnNoticesPage(desk.own(actor, words), new Typing(Map.of(field, answer), check.faults()))
                : new Redirect(OwnNoticesPage.PATH);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
