package org.xinheng.server.organisation.quality;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Words;

/** Wrong and duplicate codes by registering body, with the share that was settled (重错码台账). */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class CodeLedgerController {

    private static final int HUNDRED = 100;

    private static final ListPlan<Body> PLAN = new ListPlan<>(
            Papers.CODES,
            "-open",
            "wrong-codes",
            CodeLedgerText.TITLE,
            List.of(
                    Column.text("source", CodeLedgerText.SOURCE, (body, _) -> body.name()),
                    Column.number("found", CodeLedgerText.FOUND, Body::found),
                    Column.number("open", CodeLedgerText.OPEN, Body::open),
                    Column.number("settled", CodeLedgerText.SETTLED, Body::settled),
                    Column.by("rate", CodeLedgerText.RATE, (body, _) -> body.rate() + "%", Body::rate)),
            List.of(Filter.words(body -> List.of(body.name()))));

    private final CodesDesk desk;
    private final CurrentActor current;

    CodeLedgerController(CodesDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    private record Body(String name, long open, long settled) {

        Body plus(Body more) {
            return new Body(name, open + more.open, settled + more.settled);
        }

        long found() {
            return open + settled;
        }

        /** Whole percent, rounded down: not everything is settled before all of it is. */
        long rate() {
            return settled * HUNDRED / found();
        }
    }

    @GetMapping(Papers.CODES)
    Answer show(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        Map<String, Body> bodies = new TreeMap<>();
        for (boolean open : List.of(true, false)) {
            for (Entry entry : desk.list(actor, open, null, null, ListPlan.MOST).entries()) {
                String name = desk.nameOf(entry.source(), words);
                bodies.merge(name, new Body(name, open ? 1 : 0, open ? 0 : 1), Body::plus);
            }
        }
        return PLAN.table(
                PLAN.ask(request),
                List.copyOf(bodies.values()),
                words,
                Papers.said(Papers.CODES, CodeLedgerText.LEAD, actor),
                _ -> CodesPage.PATH);
    }
}
