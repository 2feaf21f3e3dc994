package org.xinheng.server.evaluation.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.web.ApiPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Notices before a bad grade is given out, and grades for the departments that the pack names, for programs. */
@RestController
class NoticesApi {

    private static final String NOTICES = "/api/v1/evaluations/notices";

    private final NoticeDesk desk;
    private final CurrentActor current;

    NoticesApi(NoticeDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(NOTICES)
    ResponseEntity<List<NoticeView>> list(
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        ApiPage asked = new ApiPage(page);
        return asked.answer(
                NOTICES,
                desk.count(),
                desk.all(current.require(Permission.OVERSEE), asked.offset(), ApiPage.SIZE, Words.accepted(language)));
    }

    /** @param model blank for the first one of the pack */
    record Order(@Nullable String code, @Nullable String model) {}

    @Requires(Permission.KEEP_RULES)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(NOTICES)
    NoticeView serve(
            @RequestBody Order order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return done(
                desk.serve(current.require(Permission.KEEP_RULES), order.code(), order.model()),
                Words.accepted(language));
    }

    /** @param model blank for the first one of the pack */
    record ManyOrder(@Nullable String model) {}

    @Requires(Permission.KEEP_RULES)
    @PostMapping(NOTICES + "/run")
    GradeNotices.Many serveAll(
            @RequestBody ManyOrder order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return desk.serveAll(current.require(Permission.KEEP_RULES), order.model())
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "evaluation.no-run",
                        words.say(NoticeText.PROBLEM_NO_RUN),
                        words.say(NoticeText.PROBLEM_NO_RUN_ADVICE)));
    }

    /** @param release whether the grade may be given out */
    record TypedDecision(boolean release, @Nullable String reasons) {}

    @Requires(Permission.KEEP_RULES)
    @PostMapping(NOTICES + "/{id}/decision")
    NoticeView decide(
            @PathVariable long id,
            @RequestBody TypedDecision typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Outcome outcome = desk.decide(
                current.require(Permission.KEEP_RULES),
                id,
                typed.release(),
                new NoticeDesk.Typed("reasons", typed.reasons()),
                check);
        if (outcome == null) {
            throw check.problem();
        }
        return done(outcome, words);
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(NOTICES + "/own")
    List<NoticeView> own(
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.own(current.require(Permission.OWN_FILE), Words.accepted(language));
    }

    record TypedAnswer(@Nullable String answer) {}

    @Requires(Permission.OWN_FILE)
    @PostMapping(NOTICES + "/{id}/answer")
    NoticeView answer(
            @PathVariable long id,
            @RequestBody TypedAnswer typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Outcome outcome = desk.answer(
                current.require(Permission.OWN_FILE), id, new NoticeDesk.Typed("answer", typed.answer()), check);
        if (outcome == null) {
            throw check.problem();
        }
        return done(outcome, words);
    }

    /** A grade as a department is given it: no points and no records, which are facts of their own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Released(String model, LocalDate day, String grade, String title) {

        static Released of(Explained explained, Evaluation.Rated result, Words words) {
            return new Released(
                    explained.model().id(),
                    result.day(),
                    result.grade().id(),
                    words.say(result.grade().title()));
        }
    }

    @Requires(Permission.CHECK)
    @GetMapping("/api/v1/organisations/{code}/released-grade")
    Released released(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        String stated = check.reason("purpose", purpose, 2, 200);
        if (check.failed()) {
            throw check.problem();
        }
        return desk.released(current.require(Permission.CHECK), code, model, stated)
                .flatMap(explained -> explained.result().rated().map(result -> Released.of(explained, result, words)))
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "evaluation.not-given",
                        words.say(NoticeText.PROBLEM_NOT_GIVEN),
                        words.say(NoticeText.PROBLEM_NOT_GIVEN_ADVICE)));
    }

    private NoticeView done(Outcome outcome, Words words) {
        return switch (outcome) {
            case Outcome.Done done -> desk.view(done.notice(), words).orElseThrow();
            case Outcome.Refused refused ->
                throw ApiProblem.of(
                                refused.why() == Outcome.Why.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
                                "evaluation.notice-refused",
                                words.say(NoticeText.PROBLEM_REFUSED),
                                NoticeText.of(refused.why(), words))
                        .with("reason", refused.why());
        };
    }
}
