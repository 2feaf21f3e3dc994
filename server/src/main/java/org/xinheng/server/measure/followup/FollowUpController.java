package org.xinheng.server.measure.followup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Words;

/** What waits for feedback, the form in which it is given, and what it adds up to. */
@Controller
@Requires({Permission.CHECK, Permission.OVERSEE})
class FollowUpController {

    private static final String RATES = "/check-rates";
    private static final String UNCHECKED = RATES + "/unchecked";
    private static final String CASES = "/joint-cases";
    private static final String STATE = "state";
    static final String MONTH = "month";

    private final FollowUpDesk desk;
    private final CurrentActor current;

    FollowUpController(FollowUpDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(FeedbackFormPage.PATH)
    Answer queue(HttpServletRequest request) {
        Words words = words(request);
        List<Column<QueueLine>> columns = List.of(
                CheckColumns.receipt(),
                CheckColumns.organisation(),
                CheckColumns.matter(),
                CheckColumns.caseNumber(),
                CheckColumns.body(),
                Column.day("asked", FeedbackText.ASKED_ON, QueueLine::askedOn),
                Column.day("due", FeedbackText.DUE, QueueLine::due),
                Column.text("state", FeedbackText.STATE, (line, said) -> said.say(QueueLine.words(line.state()))));
        List<Filter<QueueLine>> filters = List.of(
                Filter.words(line -> List.of(line.organisation(), line.caseNumber(), line.body())),
                Filter.one(
                        STATE,
                        FeedbackText.STATE,
                        Stream.of(QueueLine.OPEN, QueueLine.OVERDUE, QueueLine.ANSWERED)
                                .map(state -> new Choice(state, said -> said.say(QueueLine.words(state))))
                                .toList(),
                        QueueLine::state));
        var plan = new ListPlan<>(
                FeedbackFormPage.PATH, "due", "check-feedback", FeedbackText.QUEUE_TITLE, columns, filters);
        ListAsk ask = plan.ask(request);
        List<QueueLine> lines = QueueLine.of(desk.hits(actor(), ListPlan.MOST), desk, words).stream()
                .filter(line -> line.in(ask.typed(STATE)))
                .toList();
        return plan.table(
                ask,
                lines,
                words,
                said(plan.path(), FeedbackText.QUEUE_LEAD, FeedbackText.QUEUE_NONE, FeedbackText.QUEUE_NONE_HINT),
                QueueLine::path);
    }

    static TablePage.Said said(String path, FeedbackText lead, FeedbackText none, FeedbackText hint) {
        return new TablePage.Said(lead, none, hint, path, List.of());
    }

    @GetMapping(RATES)
    Answer rates(HttpServletRequest request) {
        Words words = words(request);
        List<Column<RateLine>> columns = List.of(
                Column.text("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                Column.text("matter", FeedbackText.MATTER, (line, said) -> desk.matterOf(line.matter(), said)),
                Column.number("decisions", FeedbackText.DECISIONS, line -> line.decisions()),
                Column.number("checked", FeedbackText.CHECKED, line -> line.checked()),
                Column.by(
                        "check-rate",
                        FeedbackText.CHECK_RATE,
                        (line, said) -> rate(line.checkRate(), said),
                        RateLine::checkRate),
                Column.number("hits", FeedbackText.HITS, line -> line.hits()),
                Column.number("answered", FeedbackText.ANSWERED, line -> line.answered()),
                Column.by(
                        "feedback-rate",
                        FeedbackText.FEEDBACK_RATE,
                        (line, said) -> rate(line.feedbackRate(), said),
                        RateLine::feedbackRate));
        var plan = new ListPlan<>(RATES, "body", "check-rates", FeedbackText.RATES_TITLE, columns, months());
        ListAsk ask = plan.ask(request);
        YearMonth month = desk.month(ask.typed(MONTH));
        return plan.table(
                ask,
                desk.rates(actor(), month),
                words,
                said(RATES, FeedbackText.RATES_LEAD, FeedbackText.RATES_NONE, FeedbackText.RATES_NONE_HINT),
                line -> line.decisions() == line.checked() ? "" : UNCHECKED + "?month=" + month);
    }

    private static String rate(long percent, Words words) {
        return percent < 0 ? words.say(FeedbackText.NO_RATE) : words.say(FeedbackText.RATE, percent);
    }

    @GetMapping(UNCHECKED)
    Answer unchecked(HttpServletRequest request) {
        Words words = words(request);
        Map<Long, OrganisationLabel> parties = new HashMap<>();
        List<Column<DecisionLine>> columns = List.of(
                Column.text("number", FeedbackText.NUMBER, (line, _) -> line.number()),
                Column.text("organisation", FeedbackText.ORGANISATION, (line, _) -> {
                    OrganisationLabel party = parties.get(line.organisationId());
                    return party == null ? "" : party.name();
                }),
                Column.text("matter", FeedbackText.MATTER, (line, said) -> desk.matterOf(line.matter(), said)),
                Column.text("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                Column.day("decided", FeedbackText.DECIDED_ON, DecisionLine::decidedOn));
        var plan = new ListPlan<>(
                UNCHECKED, "-decided", "unchecked-decisions", FeedbackText.UNCHECKED_TITLE, columns, months());
        ListAsk ask = plan.ask(request);
        List<DecisionLine> lines = desk.unchecked(actor(), desk.month(ask.typed(MONTH)));
        parties.putAll(
                desk.parties(lines.stream().map(DecisionLine::organisationId).toList()));
        return plan.table(
                ask,
                lines,
                words,
                said(
                        UNCHECKED,
                        FeedbackText.UNCHECKED_LEAD,
                        FeedbackText.UNCHECKED_NONE,
                        FeedbackText.UNCHECKED_NONE_HINT),
                _ -> "");
    }

    @GetMapping(CASES)
    Answer cases(HttpServletRequest request) {
        Words words = words(request);
        List<Column<JointCases>> columns = List.of(
                Column.text("month", FeedbackText.MONTH, (line, _) -> line.month()),
                Column.text("body", FeedbackText.BODY, (line, said) -> desk.bodyOf(line.body(), said)),
                Column.text("effect", FeedbackText.EFFECT, (line, said) -> said.say(FollowUpDesk.of(line.effect()))),
                Column.text("measure", FeedbackText.MEASURE, (line, said) -> desk.measureOf(line.measure(), said)),
                Column.number("cases", FeedbackText.CASES, line -> line.cases()),
                Column.number("organisations", FeedbackText.ORGANISATIONS, line -> line.organisations()));
        var plan = new ListPlan<>(CASES, "-month", "joint-cases", FeedbackText.CASES_TITLE, columns, months());
        ListAsk ask = plan.ask(request);
        return plan.table(
                ask,
                desk.cases(actor(), desk.month(ask.typed(MONTH))),
                words,
                said(CASES, FeedbackText.CASES_LEAD, FeedbackText.CASES_NONE, FeedbackText.CASES_NONE_HINT),
                _ -> "");
    }

    /** The month decides what is counted; one that is none is the present one. */
    static <R> Filter<R> month() {
        return new Filter<>(MONTH, new ListFilter(MONTH, FeedbackText.MONTH, List.of()), Set.of(), (_, _) -> true);
    }

    private static <R> List<Filter<R>> months() {
        return List.of(month());
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
