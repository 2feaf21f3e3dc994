package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.measure.FeedCycles;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.ReportingTimeliness.Owed;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Words;

/** The cycles behind the figure of what was not reported (应报未报台账): the office sees all bodies, a department itself. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class UnreportedController {

    private static final String SOURCE = "source";
    private static final String INDICATOR = "indicator";

    private final TimelinessDesk desk;
    private final CurrentActor current;

    UnreportedController(TimelinessDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(Papers.UNREPORTED)
    Answer show(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        ListPlan<Owed> plan = plan(words);
        Optional<AskedPeriod> asked = AskedPeriod.of(plan.ask(request), desk, words);
        return asked.isEmpty() ? AskedPeriod.WRONG : ledger(plan, asked.get(), actor, words);
    }

    private Answer ledger(ListPlan<Owed> plan, AskedPeriod asked, Actor actor, Words words) {
        List<Owed> owed = desk.owed(actor, asked.period(), asked.logged("unreported"));
        List<Owed> missed = owed.stream().filter(one -> !one.cycle().kept()).toList();
        List<Owed> narrowed =
                owed.stream().filter(one -> isAsked(asked.ask(), one)).toList();
        TablePage.Said said = Papers.said(Papers.UNREPORTED, ScoreText.UNREPORTED_LEAD, actor);
        String counted = words.say(
                ScoreText.UNREPORTED_COUNTED,
                new Formats(words.language()).day(desk.reportingBegins()),
                count(narrowed, cycle -> !cycle.provisional()),
                count(narrowed, cycle -> !cycle.provisional() && !cycle.kept()),
                count(narrowed, FeedCycles.Cycle::provisional));
        return plan.table(
                asked.ask(),
                missed,
                words,
                new TablePage.Said(
                        said.lead(),
                        narrowed.isEmpty() ? ScoreText.UNREPORTED_NONE_DUE : ScoreText.UNREPORTED_NONE_MISSED,
                        narrowed.isEmpty() ? ScoreText.UNREPORTED_NONE_DUE_HINT : ScoreText.UNREPORTED_NONE_MISSED_HINT,
                        said.section(),
                        said.links(),
                        counted),
                one -> TimelinessPage.PATH + "/" + one.source() + "?type=" + one.type() + "&from="
                        + one.cycle().begun() + "&to=" + one.cycle().due());
    }

    private static long count(List<Owed> owed, Predicate<FeedCycles.Cycle> which) {
        return owed.stream().filter(one -> which.test(one.cycle())).count();
    }

    /** What is counted is what the address narrows to, beside the days. */
    private boolean isAsked(ListAsk ask, Owed one) {
        String source = ask.typed(SOURCE);
        String indicator = ask.typed(INDICATOR);
        return (source.isEmpty() || source.equals(one.source())) && (indicator.isEmpty() || counts(indicator, one));
    }

    private ListPlan<Owed> plan(Words words) {
        return new ListPlan<>(
                Papers.UNREPORTED,
                "-due",
                "unreported",
                ScoreText.UNREPORTED_TITLE,
                List.of(
                        Column.text("source", ScoreText.SOURCE, (owed, said) -> desk.nameOf(owed.source(), said)),
                        Column.text("type", ScoreText.UNREPORTED_TYPE, (owed, said) -> desk.titleOf(owed.type(), said)),
                        Column.day(
                                "begun",
                                ScoreText.UNREPORTED_BEGUN,
                                owed -> owed.cycle().begun()),
                        Column.day(
                                "due",
                                ScoreText.UNREPORTED_DUE,
                                owed -> owed.cycle().due()),
                        Column.text("state", ScoreText.UNREPORTED_STATE, (owed, said) -> said.say(state(owed)))),
                List.of(
                        Filter.words(
                                owed -> List.of(desk.nameOf(owed.source(), words), desk.titleOf(owed.type(), words))),
                        AskedPeriod.first(ScoreText.UNREPORTED_FROM),
                        AskedPeriod.last(ScoreText.UNREPORTED_TO),
                        new Filter<>(SOURCE, null, Set.of(), (owed, typed) -> typed.equals(owed.source())),
                        new Filter<>(INDICATOR, null, Set.of(), (owed, typed) -> counts(typed, owed))));
    }

    private static ScoreText state(Owed owed) {
        return owed.cycle().provisional() ? ScoreText.UNREPORTED_PROVISIONAL : ScoreText.UNREPORTED_MISSED;
    }

    /** Only what the indicator counts; nothing for one that the pack does not know. */
    private boolean counts(String indicator, Owed owed) {
        return desk.policy().instruments().monitoring().indicators().stream()
                .filter(one -> one.rule().id().equals(indicator))
                .anyMatch(one -> ScoreSheet.counts(one, owed));
    }
}
