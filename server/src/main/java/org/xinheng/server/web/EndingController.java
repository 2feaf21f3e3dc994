package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.EndingOffer.Ending;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** What ends within the next days, over all modules that know of an end. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class EndingController {

    private static final String DAYS = "days";
    private static final int MOST_DAYS = 90;

    private static final ListPlan<Ending> PLAN = new ListPlan<>(
            Papers.ENDING,
            "last",
            "ending",
            EndingText.TITLE,
            List.of(
                    Column.text("what", EndingText.WHAT, (ending, _) -> ending.what()),
                    Column.text(
                            "kind",
                            EndingText.KIND,
                            (ending, words) -> ending.kind().apply(words)),
                    Column.text("party", EndingText.PARTY, (ending, _) -> ending.party()),
                    Column.text("body", EndingText.BODY, (ending, _) -> ending.body()),
                    Column.day("last", EndingText.LAST, Ending::last)),
            List.of(
                    Filter.words(ending -> List.of(ending.what(), ending.party(), ending.body())),
                    new Filter<>(DAYS, new ListFilter(DAYS, EndingText.DAYS, List.of()), Set.of(), (_, _) -> true)));

    private final ObjectProvider<EndingOffer> offers;
    private final CurrentActor current;
    private final AccessLog log;
    private final Clock clock;
    private final EndingDays horizon;

    EndingController(
            ObjectProvider<EndingOffer> offers, CurrentActor current, AccessLog log, Clock clock, EndingDays horizon) {
        this.offers = offers;
        this.current = current;
        this.log = log;
        this.clock = clock;
        this.horizon = horizon;
    }

    @GetMapping(Papers.ENDING)
    Answer show(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        ListAsk ask = PLAN.ask(request).orElse(DAYS, Integer.toString(horizon.usual()));
        long days = RowId.read(ask.typed(DAYS)).orElse(0L);
        if (days < 1 || days > MOST_DAYS) {
            return new ErrorPage(HttpStatus.BAD_REQUEST, EndingText.DAYS_WRONG, EndingText.DAYS_WRONG_ADVICE);
        }
        log.read(
                actor,
                "ledger",
                null,
                ReadingPurpose.of(actor.may(Permission.OVERSEE)).code());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
        List<Ending> endings = offers.stream()
                .flatMap(offer -> offer.endings(actor, today, today.plusDays(days)).stream())
                .limit(ListPlan.MOST)
                .toList();
        return PLAN.table(
                ask,
                endings,
                Words.in(Language.of(request)),
                Papers.said(Papers.ENDING, EndingText.LEAD, actor),
                Ending::path);
    }
}
