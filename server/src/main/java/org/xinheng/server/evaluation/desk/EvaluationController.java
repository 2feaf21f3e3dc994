package org.xinheng.server.evaluation.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.desk.EvaluationDesk.Question;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Evaluation for the office's clerks, and to each organisation its own; no other page shows a grade. */
@Controller
@Requires(Permission.OVERSEE)
class EvaluationController {

    private static final int RUNS = 10;

    private final EvaluationDesk desk;
    private final CurrentActor current;

    EvaluationController(EvaluationDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(RunsPage.PATH)
    RunsPage runs() {
        return page(null);
    }

    private RunsPage page(@Nullable EvaluationText fault) {
        Actor actor = current.require(Permission.OVERSEE);
        return new RunsPage(
                desk.evaluations().models(), desk.evaluations().runs(RUNS), fault, actor.may(Permission.KEEP_RULES));
    }

    @GetMapping(RunsPage.PATH + "/organisation")
    Answer organisation(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String purpose,
            HttpServletRequest request) {
        Question question = new Question(code, model, null, purpose);
        Words words = Words.in(Language.of(request));
        return switch (desk.look(current.require(Permission.OVERSEE), question, words)) {
            case EvaluationDesk.Answer.Found found -> new ResultPage(found.result(), false);
            case EvaluationDesk.Answer.Wrong wrong -> page(wrong.title());
        };
    }

    /** To the organisation that signed in its own result of today, explained. */
    @Requires(Permission.OWN_FILE)
    @GetMapping(OwnGrade.PATH)
    Answer own(@RequestParam(defaultValue = "") String model, HttpServletRequest request) {
        return desk.own(current.require(Permission.OWN_FILE), model, Words.in(Language.of(request)))
                .<Answer>map(result -> new ResultPage(result, true))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(RunsPage.PATH)
    Redirect start(@RequestParam(defaultValue = "") String model) {
        String actor = current.require(Permission.KEEP_RULES).name();
        desk.model(model)
                .ifPresent(
                        id -> desk.day(null).ifPresent(day -> desk.evaluations().start(id, day, actor)));
        return new Redirect(RunsPage.PATH);
    }
}
