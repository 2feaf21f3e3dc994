package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.TodayOffer.Queue;

/** The day's work over all queues of the reader: what is due first stands first, and each count opens to its rows. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE, Permission.CHECK})
class TodayController {

    static final String PATH = "/today";

    private static final ListPlan<Queue> PLAN = new ListPlan<>(
            PATH,
            "due",
            "today",
            TodayText.TITLE,
            List.of(
                    Column.text("queue", TodayText.QUEUE, (queue, words) -> words.say(queue.label())),
                    Column.number("open", TodayText.OPEN, Queue::open),
                    Column.number("late", TodayText.LATE, Queue::late),
                    Column.day("due", TodayText.DUE, Queue::due)),
            List.<Filter<Queue>>of());

    private final ObjectProvider<TodayOffer> offers;
    private final CurrentActor current;
    private final AccessLog log;

    TodayController(ObjectProvider<TodayOffer> offers, CurrentActor current, AccessLog log) {
        this.offers = offers;
        this.current = current;
        this.log = log;
    }

    @GetMapping(PATH)
    Answer show(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        log.read(
                actor,
                "today",
                null,
                ReadingPurpose.of(actor.may(Permission.OVERSEE)).code());
        // Of those that are due on no day, or on the same, the fullest comes first; what is empty comes last.
        List<Queue> queues = offers.stream()
                .flatMap(offer -> offer.queues(actor).stream())
                .sorted(Comparator.comparing((Queue queue) -> queue.open() == 0)
                        .thenComparing(queue -> queue.due() == null ? LocalDate.MAX : queue.due())
                        .thenComparing(Comparator.comparingLong(Queue::open).reversed()))
                .toList();
        return PLAN.table(
                PLAN.ask(request),
                queues,
                Words.in(Language.of(request)),
                new TablePage.Said(TodayText.LEAD, TodayText.NONE, TodayText.NONE_HINT, PATH, List.of()),
                Queue::path);
    }
}
