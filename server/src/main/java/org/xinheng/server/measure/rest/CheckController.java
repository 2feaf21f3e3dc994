package org.xinheng.server.measure.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;

/** Asks a check; gives a receipt again. */
@RestController
class CheckController {

    private static final String PROOF = "Receipt-Proof";

    private final Checks checks;
    private final QuestionReader questions;
    private final CurrentActor current;

    CheckController(Checks checks, QuestionReader questions, CurrentActor current) {
        this.checks = checks;
        this.questions = questions;
        this.current = current;
    }

    @Requires(Permission.CHECK)
    @PostMapping("/api/v1/checks")
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        switch (questions.read(SentForm.read(request))) {
            case Reading.Faulty(List<Fault> faults) ->
                throw Problems.in(language).faults(faults);
            case Reading.NoSuchMatter() -> throw Problems.in(language).noMatter();
            case Reading.InOrder(var question) ->
                send(
                        checks.ask(
                                question,
                                current.require(Permission.CHECK),
                                Words.accepted(language).language()),
                        response);
        }
    }

    /** @param purpose why somebody else than the asker reads it */
    @Requires({Permission.CHECK, Permission.OVERSEE})
    @GetMapping("/api/v1/checks/{id}")
    void show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        Actor actor = current.find().orElseThrow();
        send(
                RowId.read(id)
                        .flatMap(number -> checks.find(number, actor, purpose))
                        .orElseThrow(() -> Problems.in(language).notFound(actor, purpose)),
                response);
    }

    private static void send(Receipt receipt, HttpServletResponse response) throws IOException {
        byte[] json = receipt.answer();
        if (receipt.proof() != null) {
            response.setHeader(PROOF, receipt.proof());
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
