package org.xinheng.server.warning.page;

import jakarta.servlet.http.HttpServletRequest;
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

/** Warnings for those who supervise for a body that subscribed. */
@Controller
@Requires(Permission.INSPECT)
class WarningsController {

    private final WarningDesk desk;
    private final CurrentActor current;

    WarningsController(WarningDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(WarningsPage.PATH)
    WarningsPage list(HttpServletRequest request) {
        Actor actor = current.require(Permission.INSPECT);
        ListView list = ListView.pages(ListAsk.pages(request, WarningsPage.PATH), desk.count(actor));
        return new WarningsPage(
                list, desk.own(actor, list.ask().offset(), ListAsk.SHOWN, Words.in(Language.of(request))));
    }

    @PostMapping(WarningsPage.PATH + "/{id:\\d{1,18}}/reading")
    Answer read(@PathVariable long id, HttpServletRequest request) {
        ListAsk asked = ListAsk.pages(request, WarningsPage.PATH);
        return desk.read(current.require(Permission.INSPECT), id)
                ? new Redirect(asked.page(asked.page()))
                : ErrorPage.of(HttpStatus.NOT_FOUND);
    }
}
