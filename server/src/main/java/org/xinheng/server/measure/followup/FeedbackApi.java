package org.xinheng.server.measure.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.desk.MeasureProblems;
import org.xinheng.server.measure.feedback.AskedCheck;
import org.xinheng.server.measure.feedback.Given;
import org.xinheng.server.measure.feedback.Giving;
import org.xinheng.server.measure.feedback.RateLine;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;

/** Feedback after checks for programs. */
@RestController
@Requires({Permission.CHECK, Permission.OVERSEE})
class FeedbackApi {

    private static final int MOST = 1_000;

    private final FollowUpDesk desk;
    private final CurrentActor current;

    FeedbackApi(FollowUpDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * @param measures that the answer named
     * @param open those of them of which nothing was said
     * @param due last day to say it
     */
    record View(
            String receiptId,
            Instant askedAt,
            String matter,
            String caseNumber,
            List<String> measures,
            List<String> open,
            LocalDate due) {}

    /** @param whole whether all hits of the last year were looked through, or only the latest of them */
    record Queue(List<View> checks, boolean whole) {}

    /**
     * @param checkRate per cent, null where nothing was decided
     * @param feedbackRate per cent, null where there was nothing to answer
     */
    record Rate(
            String body,
            String matter,
            long decisions,
            long checked,
            @Nullable Long checkRate,
            long hits,
            long answered,
            @Nullable Long feedbackRate) {}

    record RatesView(String month, List<Rate> rates) {}

    @Requires(Permission.CHECK)
    @PostMapping("/api/v1/checks/{id}/feedback")
    View give(
            @PathVariable String id,
            @RequestBody TypedFeedback typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Given given = desk.read(typed, check, words);
        if (given == null) {
            throw check.problem();
        }
        Optional<Giving> giving = RowId.read(id).flatMap(receipt -> desk.give(receipt, given, actor()));
        return switch (giving.orElseThrow(() -> unknown(words))) {
            case Giving.Kept(var asked) -> view(asked);
            case Giving.Unlawful(var refusal) ->
                throw MeasureProblems.refused(FeedbackText.PROBLEM_REFUSED, refusal, desk.policy(), words);
            case Giving.NoSuchMeasure() ->
                throw problem(
                        "feedback.measure-unknown",
                        FeedbackText.PROBLEM_MEASURE,
                        FeedbackText.PROBLEM_MEASURE_ADVICE,
                        words);
            case Giving.Answered() ->
                throw problem(
                        "feedback.answered",
                        FeedbackText.PROBLEM_ANSWERED,
                        FeedbackText.PROBLEM_ANSWERED_ADVICE,
                        words);
            case Giving.Overtaken() -> throw MeasureProblems.overtaken(words);
        };
    }

    private static ApiProblem problem(String code, FeedbackText title, FeedbackText advice, Words words) {
        return ApiProblem.of(HttpStatus.CONFLICT, code, words.say(title), words.say(advice));
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "check.receipt-unknown",
                words.say(FeedbackText.PROBLEM_UNKNOWN),
                words.say(FeedbackText.PROBLEM_UNKNOWN_ADVICE));
    }

    @Requires(Permission.CHECK)
    @GetMapping("/api/v1/checks/{id}/feedback")
    View show(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return RowId.read(id)
                .flatMap(receipt -> desk.find(actor(), receipt))
                .map(this::view)
                .orElseThrow(() -> unknown(Words.accepted(language)));
    }

    /** @param state open, overdue or answered; blank for whatever waits */
    @GetMapping("/api/v1/check-feedback")
    Queue queue(
            @RequestParam(defaultValue = "") String state,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        List<AskedCheck> hits = desk.hits(actor(), MOST + 1);
        return new Queue(
                QueueLine.of(hits.stream().limit(MOST).toList(), desk, Words.accepted(language)).stream()
                        .filter(line -> line.in(state))
                        .map(line -> view(line.check()))
                        .toList(),
                hits.size() <= MOST);
    }

    /** @param month as 2026-06; the one of today without it */
    @GetMapping("/api/v1/check-rates")
    RatesView rates(@RequestParam(defaultValue = "") String month) {
        var asked = desk.month(month);
        return new RatesView(
                asked.toString(),
                desk.rates(actor(), asked).stream().map(FeedbackApi::rate).toList());
    }

    private static Rate rate(RateLine line) {
        return new Rate(
                line.body(),
                line.matter(),
                line.decisions(),
                line.checked(),
                line.checkRate() < 0 ? null : line.checkRate(),
                line.hits(),
                line.answered(),
                line.feedbackRate() < 0 ? null : line.feedbackRate());
    }

    private View view(AskedCheck check) {
        return new View(
                Long.toString(check.receipt()),
                check.askedAt(),
                check.matter(),
                check.caseNumber(),
                check.measures(),
                check.open(),
                desk.due(check));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
