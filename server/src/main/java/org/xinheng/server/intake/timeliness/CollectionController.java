package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.ReportingTimeliness.Feed;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListFormat;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Words;

/** The register of deliveries (归集台账) and the monthly report on permits and penalties (双公示月度通报表), each source its own part. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class CollectionController {

    /** Whose record types are the permits and penalties that the state orders published within days (双公示). */
    private static final String LATE_RATE = "late-rate";

    private static final String MONTH = "month";

    private final TimelinessDesk desk;
    private final CurrentActor current;

    CollectionController(TimelinessDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(Papers.COLLECTION)
    Answer collection(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        ListPlan<Line> plan = new ListPlan<>(
                Papers.COLLECTION,
                "due",
                "collection",
                CollectionText.TITLE,
                List.of(
                        Column.text("source", CollectionText.SOURCE, (line, said) -> desk.nameOf(line.source(), said)),
                        Column.text("type", CollectionText.TYPE, (line, said) -> desk.titleOf(line.type(), said)),
                        Column.day("heard", CollectionText.HEARD, line -> {
                            Feed feed = line.feed();
                            return feed == null ? null : feed.lastHeard();
                        }),
                        Column.day("due", CollectionText.DUE, CollectionController::due),
                        Column.text("state", CollectionText.STATE, (line, said) -> said.say(state(line))),
                        Column.number(
                                "records",
                                CollectionText.RECORDS,
                                line -> line.figures().records()),
                        Column.number(
                                "late",
                                CollectionText.LATE,
                                line -> line.figures().late()),
                        Column.number("historical", CollectionText.HISTORICAL, Line::historical)),
                List.of(
                        Filter.words(line -> List.of(
                                desk.nameOf(line.source(), words), desk.titleOf(line.type(), words), line.source())),
                        Filter.one(
                                "state",
                                CollectionText.STATE,
                                List.of(
                                        choice(CollectionText.STATE_LATE),
                                        choice(CollectionText.STATE_NEVER_LATE),
                                        choice(CollectionText.STATE_NEVER),
                                        choice(CollectionText.STATE_FRESH),
                                        choice(CollectionText.STATE_FREE)),
                                line -> state(line).name())));
        LocalDate today = desk.today();
        Period year = new Period(today.withDayOfYear(1), today, null);
        return plan.table(
                plan.ask(request),
                desk.lines(actor, year),
                words,
                Papers.said(Papers.COLLECTION, CollectionText.LEAD, actor),
                line -> TimelinessPage.PATH + "/" + line.source());
    }

    private static Choice choice(CollectionText state) {
        return new Choice(state.name(), words -> words.say(state));
    }

    private static @Nullable LocalDate due(Line line) {
        Feed feed = line.feed();
        return feed == null ? null : feed.owedBy();
    }

    private static CollectionText state(Line line) {
        Feed feed = line.feed();
        if (feed == null) {
            return CollectionText.STATE_FREE;
        }
        if (feed.lastHeard() == null) {
            return feed.overdue() ? CollectionText.STATE_NEVER_LATE : CollectionText.STATE_NEVER;
        }
        return feed.overdue() ? CollectionText.STATE_LATE : CollectionText.STATE_FRESH;
    }

    @GetMapping(Papers.MONTH)
    Answer month(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        ListPlan<Line> plan = monthPlan(words);
        ListAsk ask = plan.ask(request);
        LocalDate today = desk.today();
        YearMonth month = month(ask.typed(MONTH), YearMonth.from(today));
        if (month == null || month.isAfter(YearMonth.from(today))) {
            return new ErrorPage(HttpStatus.BAD_REQUEST, CollectionText.MONTH_WRONG, CollectionText.MONTH_WRONG_ADVICE);
        }
        Set<String> types = types();
        List<Line> lines = desk.lines(actor, new Period(month.atDay(1), month.atEndOfMonth(), null)).stream()
                .filter(line -> types.contains(line.type()))
                .toList();
        TablePage.Said said = Papers.said(Papers.MONTH, CollectionText.MONTH_LEAD, actor);
        List<TablePage.Link> links =
                new ArrayList<>(List.of(new TablePage.Link(ask.file(ListFormat.DOCX), CollectionText.WORD, true)));
        links.addAll(said.links());
        return plan.table(
                ask,
                lines,
                words,
                new TablePage.Said(said.lead(), said.none(), said.hint(), said.section(), links),
                line -> TimelinessPage.PATH + "/" + line.source() + "?type=" + line.type() + "&from=" + month.atDay(1)
                        + "&to=" + month.atEndOfMonth());
    }

    private ListPlan<Line> monthPlan(Words words) {
        return new ListPlan<>(
                Papers.MONTH,
                "source",
                "double-publicity",
                CollectionText.MONTH_TITLE,
                List.of(
                        Column.text("source", CollectionText.SOURCE, (line, said) -> desk.nameOf(line.source(), said)),
                        Column.text("type", CollectionText.TYPE, (line, said) -> desk.titleOf(line.type(), said)),
                        Column.number(
                                "records",
                                CollectionText.RECORDS_MONTH,
                                line -> line.figures().records()),
                        Column.number(
                                "on-time",
                                CollectionText.ON_TIME,
                                line -> line.figures().onTime()),
                        Column.number(
                                "late",
                                CollectionText.LATE,
                                line -> line.figures().late()),
                        Column.by(
                                "late-rate",
                                CollectionText.LATE_RATE,
                                (line, said) -> percent(line.figures().lateRate(), said),
                                line -> known(line.figures().lateRate())),
                        Column.number(
                                "shown",
                                CollectionText.SHOWN,
                                line -> line.figures().shown()),
                        Column.by(
                                "both",
                                CollectionText.BOTH,
                                (line, said) -> percent(line.figures().repairNoticeShare(), said),
                                line -> known(line.figures().repairNoticeShare()))),
                List.of(
                        Filter.words(
                                line -> List.of(desk.nameOf(line.source(), words), desk.titleOf(line.type(), words))),
                        new Filter<>(
                                MONTH,
                                new ListFilter(MONTH, CollectionText.MONTH, List.of()),
                                Set.of(),
                                (_, _) -> true)));
    }

    /** Record types that the official indicator of lateness looks at. */
    private Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        desk.policy().instruments().monitoring().indicators().stream()
                .filter(indicator -> indicator.measures().equals(LATE_RATE))
                .forEach(indicator -> types.addAll(indicator.recordTypes()));
        return types;
    }

    private static @Nullable YearMonth month(String typed, YearMonth otherwise) {
        try {
            return typed.isEmpty() ? otherwise : YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** One decimal, as reports write it; what cannot be rated has none. */
    private static String percent(@Nullable BigDecimal share, Words words) {
        return share == null
                ? words.say(CollectionText.NO_RATE)
                : share.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP) + "%";
    }

    private static BigDecimal known(@Nullable BigDecimal share) {
        return share == null ? BigDecimal.ONE.negate() : share;
    }
}
