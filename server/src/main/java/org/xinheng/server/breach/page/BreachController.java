package org.xinheng.server.breach.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
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
        return new BreachesPage(desk.own(current.require(Permission.DELIVER), words(request)), true);
    }

    @PostMapping(BreachesPage.PATH + "/{id:\\d{1,18}}/acknowledgement")
    Answer acknowledge(@PathVariable long id) {
        return desk.acknowledge(current.require(Permission.DELIVER), id)
                ? new Redirect(BreachesPage.PATH)
                : ErrorPage.of(HttpStatus.NOT_FOUND);
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(BreachesPage.ALL)
    BreachesPage all(HttpServletRequest request) {
        return new BreachesPage(desk.all(current.require(Permission.OVERSEE), words(request)), false);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
