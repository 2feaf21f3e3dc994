package org.xinheng.server.measure.followup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.desk.MeasureText;
import org.xinheng.server.measure.feedback.AskedCheck;
import org.xinheng.server.measure.feedback.DecisionLine;
import org.xinheng.server.measure.feedback.Given;
import org.xinheng.server.measure.feedback.Giving;
import org.xinheng.server.measure.feedback.JointCases;
import org.xinheng.server.measure.feedback.RateLine;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** What waits for feedback, the form in which it is given, and what it adds up to. */
@Controller
@Requires({Permission.CHECK, Permission.OVERSEE})
class FollowUpController {

    private static final String RATES = "/check-rates";
    private static final String UNCHECKED = RATES + "/unchecked";
    private static final String CASES = "/joint-cases";
    private static final String USUAL = "usual";
    private static final int MOST = 5_000;

    private final FollowUpDesk desk;
    private final CurrentActor current;

    FollowUpController(FollowUpDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(FeedbackFormPage.PATH)
    Answer queue(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = ask(request, FeedbackFormPage.PATH, Set.of("q", "state"));
        List<QueueLine> lines = QueueLine.of(desk.hits(actor(), MOST), desk, words).stream()
                .filter(line -> line.in(ask.typed("state")))
                .filter(line -> Stream.of(line.organisation(), line.check().caseNumber(), line.body())
                        .anyMatch(text -> text.contains(ask.typed("q"))))
                .toList();
        List<ListColumn<QueueLine>> columns = List.of(
                new ListColumn<>(
                        "receipt",
                        FeedbackText.RECEIPT,
                        (line, _) -> Long.toString(line.check().receipt())),
                new ListColumn<>("organisation", FeedbackText.ORGANISATION, (line, _) -> line.organisation()),
                new ListColumn<>("matter", FeedbackText.MATTER, (line, _) -> line.matter()),
                new ListColumn<>(
                        "case",
                        FeedbackText.CASE_NUMBER,
                        (line, _) -> line.check().caseNumber()),
                new ListColumn<>("body", FeedbackText.BODY, (line, _) -> line.body()),
                new ListColumn<>(
                        "asked",
                        FeedbackText.ASKED_ON,
                        (line, _) -> line.askedOn().toString()),
                new ListColumn<>(
                        "due", FeedbackText.DUE, (line, _) -> line.due().toString()),
                new ListColumn<>("state", FeedbackText.STATE, (line, said) -> said.say(QueueLine.words(line.state()))));
        List<ListFilter> filters = List.of(
                new ListFilter("q", FeedbackText.WORDS, List.of()),
                new ListFilter(
                        "state",
                        FeedbackText.STATE,
                        Stream.of(QueueLine.OPEN, QueueLine.OVERDUE, QueueLine.ANSWERED)
                                .map(state -> new Choice(state, said -> said.say(QueueLine.words(state))))
                                .toList()));
        var said = new TablePage.Said(
                FeedbackText.QUEUE_TITLE,
                FeedbackText.QUEUE_LEAD,
                FeedbackText.QUEUE_NONE,
                FeedbackText.QUEUE_NONE_HINT);
        return table("check-feedback", said, ask, new Table<>(columns, filters, lines, QueueLine::path), words);
    }

    /** @param path of what is behind a row; empty for nothing */
    private record Table<R>(
            List<ListColumn<R>> columns, List<ListFilter> filters, List<R> rows, Function<R, String> path) {}

    private static <R> Answer table(String name, TablePage.Said said, ListAsk ask, Table<R> table, Words words) {
        if (ask.export() != null) {
            return ListFile.of(name, said.title(), ask.export(), table.columns(), table.rows(), words);
        }
        ListAsk page = ask.within(table.rows().size());
        List<FeedbackText> header = table.columns().stream()
                .map(column -> (FeedbackText) column.title())
                .toList();
        return new TablePage(
                said,
                header,
                new ListView(page, table.filters(), table.rows().size()),
                page.cut(table.rows()).stream()
                        .map(row -> new TablePage.Row(
                                table.columns().stream()
                                        .map(column -> column.cell().apply(row, words))
                                        .toList(),
                                table.path().apply(row)))
                        .toList());
    }

    @GetMapping(RATES)
    Answer rates(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = ask(request, RATES, Set.of("month"));
        YearMonth month = desk.month(ask.typed("month"));
        List<ListColumn<RateLine>> columns = List.of(
                new ListColumn<>("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                new ListColumn<>("matter", FeedbackText.MATTER, (line, said) -> desk.matterOf(line.matter(), said)),
                new ListColumn<>("decisions", FeedbackText.DECISIONS, (line, _) -> Long.toString(line.decisions())),
                new ListColumn<>("checked", FeedbackText.CHECKED, (line, _) -> Long.toString(line.checked())),
                new ListColumn<>("check-rate", FeedbackText.CHECK_RATE, (line, said) -> rate(line.checkRate(), said)),
                new ListColumn<>("hits", FeedbackText.HITS, (line, _) -> Long.toString(line.hits())),
                new ListColumn<>("answered", FeedbackText.ANSWERED, (line, _) -> Long.toString(line.answered())),
                new ListColumn<>(
                        "feedback-rate", FeedbackText.FEEDBACK_RATE, (line, said) -> rate(line.feedbackRate(), said)));
        var said = new TablePage.Said(
                FeedbackText.RATES_TITLE,
                FeedbackText.RATES_LEAD,
                FeedbackText.RATES_NONE,
                FeedbackText.RATES_NONE_HINT);
        return table(
                "check-rates",
                said,
                ask,
                new Table<>(
                        columns,
                        months(),
                        desk.rates(actor(), month),
                        line -> line.decisions() == line.checked() ? "" : UNCHECKED + "?month=" + month),
                words);
    }

    private static String rate(long percent, Words words) {
        return percent < 0 ? words.say(FeedbackText.NO_RATE) : words.say(FeedbackText.RATE, percent);
    }

    @GetMapping(UNCHECKED)
    Answer unchecked(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = ask(request, UNCHECKED, Set.of("month"));
        List<DecisionLine> lines = desk.unchecked(actor(), desk.month(ask.typed("month")));
        Map<Long, OrganisationLabel> parties =
                desk.parties(lines.stream().map(DecisionLine::organisationId).toList());
        List<ListColumn<DecisionLine>> columns = List.of(
                new ListColumn<>("number", FeedbackText.NUMBER, (line, _) -> line.number()),
                new ListColumn<>("organisation", FeedbackText.ORGANISATION, (line, _) -> {
                    OrganisationLabel party = parties.get(line.organisationId());
                    return party == null ? "" : party.name();
                }),
                new ListColumn<>("matter", FeedbackText.MATTER, (line, said) -> desk.matterOf(line.matter(), said)),
                new ListColumn<>("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                new ListColumn<>(
                        "decided",
                        FeedbackText.DECIDED_ON,
                        (line, _) -> line.decidedOn().toString()));
        var said = new TablePage.Said(
                FeedbackText.UNCHECKED_TITLE,
                FeedbackText.UNCHECKED_LEAD,
                FeedbackText.UNCHECKED_NONE,
                FeedbackText.UNCHECKED_NONE_HINT);
        return table("unchecked-decisions", said, ask, new Table<>(columns, months(), lines, _ -> ""), words);
    }

    @GetMapping(CASES)
    Answer cases(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = ask(request, CASES, Set.of("month"));
        List<ListColumn<JointCases>> columns = List.of(
                new ListColumn<>("month", FeedbackText.MONTH, (line, _) -> line.month()),
                new ListColumn<>("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                new ListColumn<>(
                        "effect", FeedbackText.EFFECT, (line, said) -> said.say(FollowUpDesk.of(line.effect()))),
                new ListColumn<>("measure", FeedbackText.MEASURE, (line, said) -> desk.measureOf(line.measure(), said)),
                new ListColumn<>("cases", FeedbackText.CASES, (line, _) -> Long.toString(line.cases())),
                new ListColumn<>(
                        "organisations", FeedbackText.ORGANISATIONS, (line, _) -> Long.toString(line.organisations())));
        var said = new TablePage.Said(
                FeedbackText.CASES_TITLE,
                FeedbackText.CASES_LEAD,
                FeedbackText.CASES_NONE,
                FeedbackText.CASES_NONE_HINT);
        List<JointCases> lines = desk.cases(actor(), desk.month(ask.typed("month")));
        return table("joint-cases", said, ask, new Table<>(columns, months(), lines, _ -> ""), words);
    }

    private static List<ListFilter> months() {
        return List.of(new ListFilter("month", FeedbackText.MONTH, List.of()));
    }

    private static ListAsk ask(HttpServletRequest request, String path, Set<String> filters) {
        return ListAsk.of(request, path, USUAL, filters, Set.of(USUAL));
    }

    @Requires(Permission.CHECK)
    @GetMapping(FeedbackFormPage.PATH + "/{id:\\d{1,18}}")
    Answer form(@PathVariable long id, HttpServletRequest request) {
        Words words = words(request);
        return desk.find(actor(), id)
                .<Answer>map(check -> form(check, new TypedFeedback(null, null, null, null, null), Map.of(), words))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.CHECK)
    @PostMapping(FeedbackFormPage.PATH + "/{id:\\d{1,18}}")
    Answer give(@PathVariable long id, TypedFeedback typed, HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        AskedCheck asked = desk.find(actor(), id).orElse(null);
        if (asked == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Given given = desk.read(typed, check, words);
        if (given != null) {
            switch (desk.give(id, given, actor()).orElseThrow()) {
                case Giving.Kept _ -> {
                    return new Redirect(FeedbackFormPage.PATH + "/" + id);
                }
                case Giving.Unlawful(var refusal) ->
                    check.wrong("measure", MeasureText.of(refusal, desk.policy(), words));
                case Giving.NoSuchMeasure() -> check.wrong("measure", words.say(FeedbackText.PROBLEM_MEASURE_ADVICE));
                case Giving.Answered() -> check.wrong("measure", words.say(FeedbackText.PROBLEM_ANSWERED_ADVICE));
                case Giving.Overtaken() -> check.wrong("measure", words.say(MeasureText.FAULT_OVERTAKEN));
            }
        }
        return form(asked, typed, check.faults(), words);
    }

    private FeedbackFormPage form(AskedCheck check, TypedFeedback typed, Map<String, String> faults, Words words) {
        Map<String, String> open = new LinkedHashMap<>();
        check.open().forEach(measure -> open.put(measure, desk.measureOf(measure, words)));
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("yes", words.say(FeedbackText.FORM_APPLIED));
        choices.put("no", words.say(FeedbackText.FORM_NOT_APPLIED));
        return new FeedbackFormPage(
                check,
                desk.matterOf(check.matter(), words),
                open,
                check.answered().stream()
                        .map(measure -> desk.measureOf(measure, words))
                        .toList(),
                choices,
                typed,
                faults);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
