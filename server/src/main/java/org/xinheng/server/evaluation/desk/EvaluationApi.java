package org.xinheng.server.evaluation.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.Evaluations.Count;
import org.xinheng.server.evaluation.Evaluations.Counts;
import org.xinheng.server.evaluation.Evaluations.Run;
import org.xinheng.server.evaluation.desk.EvaluationDesk.Answer;
import org.xinheng.server.evaluation.desk.EvaluationDesk.Question;
import org.xinheng.server.web.Words;

/** Evaluation for the office's programs. */
@RestController
@Requires(Permission.OVERSEE)
class EvaluationApi {

    private final EvaluationDesk desk;
    private final CurrentActor current;

    EvaluationApi(EvaluationDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/api/v1/organisations/{code}/evaluation")
    ResultView result(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Question question = new Question(code, model, day, purpose);
        Actor actor = current.require(Permission.OVERSEE);
        desk.guardPast(current, day);
        return switch (desk.look(actor, question, words)) {
            case Answer.Found found -> found.result();
            case Answer.Wrong wrong ->
                throw problem(wrong.unknown() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, wrong, words);
        };
    }

    /** @param model blank for the first one of the pack; @param day blank for today */
    record Order(@Nullable String model, @Nullable String day) {}

    @Requires(Permission.KEEP_RULES)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/api/v1/evaluations")
    RunView start(
            @RequestBody Order order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        LocalDate day = desk.dayThatBegan(order.day())
                .orElseThrow(() -> problem(
                        HttpStatus.BAD_REQUEST,
                        new Answer.Wrong(EvaluationText.PROBLEM_DAY, EvaluationText.PROBLEM_DAY_ADVICE, false),
                        words));
        String actor = current.require(Permission.KEEP_RULES).name();
        return desk.model(order.model())
                .flatMap(model -> desk.evaluations().start(model, day, actor))
                .map(RunView::of)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        new Answer.Wrong(EvaluationText.PROBLEM_MODEL, EvaluationText.PROBLEM_MODEL_ADVICE, true),
                        words));
    }

    @GetMapping("/api/v1/evaluations/{id}")
    RunView run(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.evaluations()
                .run(id)
                .map(RunView::of)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        new Answer.Wrong(EvaluationText.PROBLEM_RUN, EvaluationText.PROBLEM_RUN_ADVICE, true),
                        Words.accepted(language)));
    }

    private static ApiProblem problem(HttpStatus status, Answer.Wrong wrong, Words words) {
        return ApiProblem.of(
                status,
                wrong.title().key().replace("problem.", "evaluation."),
                words.say(wrong.title()),
                words.say(wrong.advice()));
    }

    /**
     * Receipt of a run.
     *
     * @param positions of the archive, from the first part that was read to the last
     * @param grades null until the run is finished
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(
            String id,
            String model,
            String modelHash,
            String pack,
            LocalDate day,
            long firstPosition,
            long lastPosition,
            int done,
            int parts,
            boolean finished,
            @Nullable Long organisations,
            @Nullable Long records,
            @Nullable List<Count> grades,
            @Nullable List<Count> notRated) {

        static RunView of(Run run) {
            Counts counts = run.counts();
            return new RunView(
                    Long.toString(run.id()),
                    run.model(),
                    run.modelHash(),
                    run.pack(),
                    run.day(),
                    run.positions().first(),
                    run.positions().last(),
                    run.done(),
                    run.parts(),
                    run.finished(),
                    counts == null ? null : counts.organisations(),
                    counts == null ? null : counts.records(),
                    counts == null ? null : counts.grades(),
                    counts == null ? null : counts.notRated());
        }
    }
}
