package org.xinheng.server.evaluation.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Run;
import org.xinheng.server.evaluation.Evaluations.Stored;
import org.xinheng.server.evaluation.Explaining;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.web.Words;

/**
 * What a run said of one organisation, as it was kept, for the office and for the organisation itself. Whoever is given grades
 * gets none of this: points and records are no part of what is given.
 */
@RestController
@Requires({Permission.OVERSEE, Permission.OWN_FILE})
class StoredResults {

    private final EvaluationDesk desk;
    private final Organisations organisations;
    private final CurrentActor current;
    private final AccessLog log;

    StoredResults(EvaluationDesk desk, Organisations organisations, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.organisations = organisations;
        this.current = current;
        this.log = log;
    }

    @GetMapping("/api/v1/evaluations/{run}/results/{code}")
    StoredView stored(
            @PathVariable long run,
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor actor = current.find().orElseThrow();
        Evaluations.Run receipt = desk.evaluations().run(run).orElse(null);
        Organisation organisation = organisations
                .findByCode(code.strip())
                .filter(one -> mayRead(actor, one))
                .orElse(null);
        if (receipt == null || organisation == null) {
            throw unknown(language);
        }
        if (actor.organisation() == null) {
            desk.guardPast(current, receipt.day().toString());
        }
        Stored stored = desk.evaluations().stored(run, organisation).orElseThrow(() -> unknown(language));
        log.read(
                actor,
                "evaluation.stored",
                organisation.id(),
                ReadingPurpose.of(actor.organisation() == null).about(run));
        return StoredView.of(receipt, organisation, stored);
    }

    /** The office reads of all, an organisation of itself. */
    private boolean mayRead(Actor actor, Organisation organisation) {
        return actor.organisation() == null
                ? actor.may(Permission.OVERSEE)
                : Optional.of(actor.organisation())
                        .flatMap(organisations::findByCode)
                        .filter(own -> own.id() == organisation.id())
                        .isPresent();
    }

    private static ApiProblem unknown(@Nullable String language) {
        Words words = Words.accepted(language);
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "evaluation.stored",
                words.say(EvaluationText.PROBLEM_STORED),
                words.say(EvaluationText.PROBLEM_STORED_ADVICE));
    }

    /**
     * @param grade null when not rated; then why
     * @param explanation codes, ids of the model that the run used, and addresses of records
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoredView(
            String run,
            String model,
            String modelHash,
            String pack,
            LocalDate day,
            @Nullable String code,
            String name,
            @Nullable String grade,
            @Nullable Integer points,
            @Nullable String notRated,
            Explaining explanation) {

        static StoredView of(Run run, Organisation organisation, Stored stored) {
            return new StoredView(
                    Long.toString(run.id()),
                    run.model(),
                    run.modelHash(),
                    run.pack(),
                    run.day(),
                    organisation.code(),
                    organisation.name(),
                    stored.grade(),
                    stored.points(),
                    stored.why(),
                    stored.explanation());
        }
    }
}
