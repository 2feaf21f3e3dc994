package org.xinheng.server.evaluation.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** Model and facts for a run elsewhere, such as on Spark: as a program reads them, a line for each organisation. */
@RestController
@Requires(Permission.KEEP_RULES)
class EvaluationExportApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_PURPOSE = 200;

    private final EvaluationDesk desk;
    private final CurrentActor current;
    private final AccessLog log;

    EvaluationExportApi(EvaluationDesk desk, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.current = current;
        this.log = log;
    }

    /** An organisation as a line; days are ISO, null stands for what is not known. */
    record Line(
            long organisation,
            String prefix,
            @Nullable String state,
            @Nullable String knownSince,
            List<Fact> records) {

        static Line of(long organisation, OrganisationFacts facts) {
            OrganisationFacts.Identity identity = facts.identity();
            return new Line(
                    organisation,
                    identity.prefix(),
                    identity.state() == null ? null : identity.state().name(),
                    text(identity.knownSince()),
                    facts.records().stream().map(Fact::of).toList());
        }
    }

    /** @param values in the order of the type's fields */
    record Fact(
            String id,
            int type,
            String decidedOn,
            @Nullable String lastDay,
            @Nullable String earliestRepair,
            @Nullable String severity,
            boolean disputed,
            List<@Nullable String> values) {

        static Fact of(RecordFact fact) {
            List<@Nullable String> values = new ArrayList<>();
            for (String value : fact.values()) {
                values.add(value);
            }
            return new Fact(
                    fact.id(),
                    fact.type(),
                    fact.decidedOn().toString(),
                    text(fact.lastDay().orElse(null)),
                    text(fact.earliestRepair().orElse(null)),
                    fact.severity(),
                    fact.disputed(),
                    values);
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    @GetMapping(value = "/api/v1/evaluations/models/{model}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] model(
            @PathVariable String model,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return export(model, "", Words.accepted(language)).model();
    }

    @GetMapping("/api/v1/evaluations/facts")
    void facts(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        String stated = check.line("purpose", purpose, LONGEST_PURPOSE);
        if (check.failed()) {
            throw check.problem();
        }
        desk.guardPast(current, day);
        Evaluations.Export export = export(model, day, words);
        log.read(current.require(Permission.KEEP_RULES), "evaluation.facts", null, stated);
        response.setContentType("application/x-ndjson;charset=UTF-8");
        // Never closed here: an answer that breaks off must not look as if it had come to its end.
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        export.each((organisation, facts) -> {
            try {
                out.write(JSON.writeValueAsString(Line.of(organisation, facts)).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }

    private Evaluations.Export export(@Nullable String model, @Nullable String day, Words words) {
        LocalDate asOf = desk.day(day)
                .orElseThrow(() -> problem(
                        HttpStatus.BAD_REQUEST, EvaluationText.PROBLEM_DAY, EvaluationText.PROBLEM_DAY_ADVICE, words));
        return desk.model(model)
                .flatMap(named -> desk.evaluations().export(named, asOf))
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        EvaluationText.PROBLEM_MODEL,
                        EvaluationText.PROBLEM_MODEL_ADVICE,
                        words));
    }

    private static ApiProblem problem(HttpStatus status, EvaluationText title, EvaluationText advice, Words words) {
        return ApiProblem.of(
                status, title.key().replace("problem.", "evaluation."), words.say(title), words.say(advice));
    }
}
