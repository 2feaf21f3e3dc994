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
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.measure.sandbox.Sandbox;
import org.xinheng.server.measure.sandbox.Sandbox.Exercise;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;

/** Asks a check; gives a receipt again. */
@RestController
class CheckController {

    private static final String PROOF = "Receipt-Proof";

    private final Checks checks;
    private final QuestionReader questions;
    private final CurrentActor current;
    private final Sandbox sandbox;

    CheckController(Checks checks, QuestionReader questions, CurrentActor current, Sandbox sandbox) {
        this.checks = checks;
        this.questions = questions;
        this.current = current;
        this.sandbox = sandbox;
    }

    /** Which of the two answers is said by the caller's permission alone, and nobody has both. */
    @Requires({Permission.CHECK, Permission.CHECK_SANDBOX})
    @PostMapping("/api/v1/checks")
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        switch (questions.read(SentForm.read(request))) {
            case Reading.Faulty(List<Fault> faults) ->
                throw Problems.in(language).faults(faults);
            case Reading.NoSuchMatter() -> throw Problems.in(language).noMatter();
            case Reading.InOrder(var question) -> answer(question, language, response);
        }
    }

    private void answer(Question question, @Nullable String language, HttpServletResponse response) throws IOException {
        Actor actor = current.find().orElseThrow();
        Language words = Words.accepted(language).language();
        if (actor.may(Permission.CHECK)) {
            send(checks.ask(question, actor, words), response);
            return;
        }
        switch (sandbox.ask(question, current.require(Permission.CHECK_SANDBOX), words)) {
            case Exercise.Answered(byte[] json, String proof) -> send(json, proof, response);
            case Exercise.Unavailable() -> throw Problems.in(language).exercise();
        }
    }

    record Key(String algorithm, String id, String publicKey) {}

    /** The key with which exercises are signed, so that programs can exercise verifying too. */
    @OpenToAll
    @GetMapping("/api/v1/checks/sandbox/key")
    Key sandboxKey() {
        return new Key("Ed25519", sandbox.key().id(), sandbox.key().publicKey());
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
        send(receipt.answer(), receipt.proof(), response);
    }

    private static void send(byte[] json, @Nullable String proof, HttpServletResponse response) throws IOException {
        if (proof != null) {
            response.setHeader(PROOF, proof);
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
