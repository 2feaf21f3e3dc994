package org.xinheng.server.evaluation.given;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Words;

/** Who is told of grades, for the office; and what was told of an organisation, for itself. */
@Controller
@Requires(Permission.OVERSEE)
class GivenController {

    private final GivenAccounts accounts;
    private final CurrentActor current;

    GivenController(GivenAccounts accounts, CurrentActor current) {
        this.accounts = accounts;
        this.current = current;
    }

    @GetMapping(GivenPage.PATH)
    GivenPage followers(HttpServletRequest request) {
        ListView list = ListView.pages(ListAsk.pages(request, GivenPage.PATH), accounts.countFollowers());
        return new GivenPage(
                list, accounts.followers(list.ask().offset(), ListAsk.SHOWN, words(request)), accounts.lookedAt());
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(OwnGivenPage.PATH)
    OwnGivenPage own(HttpServletRequest request) {
        Actor actor = current.require(Permission.OWN_FILE);
        ListView list = ListView.pages(ListAsk.pages(request, OwnGivenPage.PATH), accounts.countOwn(actor));
        return new OwnGivenPage(list, accounts.own(actor, list.ask().offset(), ListAsk.SHOWN, words(request)));
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
