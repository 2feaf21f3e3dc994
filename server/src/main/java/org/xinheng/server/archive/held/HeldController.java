package org.xinheng.server.archive.held;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Words;

/** The queue of held records for clerks. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class HeldController {

    private final HeldDesk desk;
    private final CurrentActor current;

    HeldController(HeldDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(HeldPage.PATH)
    Answer list(HttpServletRequest request) {
        var actor = current.find().orElseThrow();
        var words = Words.in(Language.of(request));
        var plan = HeldList.plan(desk.policy());
        var ask = plan.ask(request);
        var tab = ask.typed(HeldList.KIND);
        Kind kind = tab.isEmpty() ? Kind.HELD : Kind.valueOf(tab);
        var lines = desk.list(actor, kind, null, ListPlan.MOST, words);
        boolean mends = actor.may(Permission.DELIVER) || actor.may(Permission.DELIVER_FOR_ALL);
        return plan.answer(
                ask, lines.lines(), words, (list, shown) -> new HeldPage(kind, list, shown, lines.held(), mends));
    }
}
