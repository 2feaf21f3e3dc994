package org.xinheng.server.evaluation.advice;

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
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.ApiPage;
import org.xinheng.server.web.Words;

/** Advice after a poor grade, for programs of the office and of organisations. */
@RestController
class AdviceApi {

    private static final String ADVICE = "/api/v1/evaluations/advice";

    private final AdviceDesk desk;
    private final CurrentActor current;

    AdviceApi(AdviceDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(ADVICE)
    ResponseEntity<List<AdviceView>> list(
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        ApiPage asked = new ApiPage(page);
        return asked.answer(
                ADVICE,
                desk.count(),
                desk.all(current.require(Permission.OVERSEE), asked.offset(), ApiPage.SIZE, Words.accepted(language)));
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(ADVICE + "/own")
    List<AdviceView> own(
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.own(current.require(Permission.OWN_FILE), Words.accepted(language));
    }

    /** @param courses ids of those that are wanted; null for none */
    record TypedAnswer(boolean talk, @Nullable List<String> courses) {}

    @Requires(Permission.OWN_FILE)
    @PostMapping(ADVICE + "/{id}/answer")
    AdviceView answer(
            @PathVariable long id,
            @RequestBody TypedAnswer typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        List<String> courses = typed.courses() == null ? List.of() : typed.courses();
        return desk.answer(current.require(Permission.OWN_FILE), id, typed.talk(), courses, words)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "evaluation.advice-unknown",
                        words.say(AdviceText.PROBLEM_UNKNOWN),
                        words.say(AdviceText.PROBLEM_UNKNOWN_ADVICE)));
    }
}
