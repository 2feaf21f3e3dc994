package org.xinheng.server.policy.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activations.Outcome;
import org.xinheng.server.policy.Activations.Proposal;
import org.xinheng.server.policy.Activations.Reason;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Rule packs for programs and the shell. */
@RestController
@Requires({Permission.KEEP_RULES, Permission.OVERSEE})
class PacksApi {

    private final PacksDesk desk;
    private final CurrentActor current;

    PacksApi(PacksDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param since first day of the edition; null for the pack with which the server was started */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Packs(
            String inForce,
            String version,
            @Nullable LocalDate since,
            List<String> shelf,
            List<ActivationView> activations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivationView(
            String id,
            String pack,
            String version,
            LocalDate from,
            Activation.State state,
            String reason,
            String proposedBy,
            Instant proposedAt,
            List<StepView> steps) {
        static ActivationView of(Activation one) {
            return new ActivationView(
                    Long.toString(one.id()),
                    one.pack(),
                    one.version(),
                    one.firstDay(),
                    one.state(),
                    one.reason(),
                    one.proposer(),
                    one.proposedAt(),
                    one.steps().stream()
                            .map(step -> new StepView(step.kind(), step.actor(), step.remark(), step.at()))
                            .toList());
        }
    }

    record StepView(Activation.Kind kind, String by, String remark, Instant at) {}

    @GetMapping("/api/v1/policy/packs")
    Packs packs() {
        Policy policy = desk.policy();
        return new Packs(
                policy.pack(),
                policy.version(),
                desk.activations().current().map(Activation::firstDay).orElse(null),
                desk.names(),
                desk.activations().list().stream().map(ActivationView::of).toList());
    }

    /** @param operator person behind the client: who proposes approves nothing */
    record Order(
            @Nullable String pack,
            @Nullable String version,
            @Nullable String from,
            @Nullable String reason,
            @Nullable String operator) {}

    @Requires(Permission.KEEP_RULES)
    @PostMapping("/api/v1/policy/activations")
    ResponseEntity<ActivationView> propose(
            @RequestBody Order order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        String pack = order.pack() == null ? "" : order.pack();
        if (!desk.names().contains(pack)) {
            check.wrong("pack", words.say(PacksText.REFUSED_UNKNOWN));
        }
        Proposal proposal = desk.proposal(
                new PacksDesk.Typed(pack, order.version(), order.from(), order.reason(), order.operator()),
                check,
                words);
        if (check.failed()) {
            throw check.problem();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(done(desk.activations().propose(proposal, actor()), words));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping("/api/v1/policy/activations/{id}/approval")
    ActivationView approve(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return done(desk.activations().approve(id, actor()), Words.accepted(language));
    }

    record CallingOff(@Nullable String reason) {}

    @Requires(Permission.KEEP_RULES)
    @PostMapping("/api/v1/policy/activations/{id}/calling-off")
    ActivationView callOff(
            @PathVariable long id,
            @RequestBody CallingOff order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        String reason = check.reason("reason", order.reason(), PacksDesk.SHORTEST_REASON, PacksDesk.LONGEST_REASON);
        if (check.failed()) {
            throw check.problem();
        }
        return done(desk.activations().callOff(id, reason, actor()), words);
    }

    private static ActivationView done(Outcome outcome, Words words) {
        return switch (outcome) {
            case Outcome.Done(Activation activation) -> ActivationView.of(activation);
            case Outcome.Faulty faulty ->
                throw ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "policy.pack",
                        words.say(PacksText.PROBLEM_FAULTY),
                        String.valueOf(PacksDesk.objection(faulty, words)));
            case Outcome.Refused refused ->
                throw ApiProblem.of(
                                status(refused.reason()),
                                "policy.activation",
                                words.say(PacksText.PROBLEM_REFUSED),
                                String.valueOf(PacksDesk.objection(refused, words)))
                        .with("reason", refused.reason());
        };
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case OWN_PROPOSAL, NO_PERSON -> HttpStatus.FORBIDDEN;
            case DAY_PAST, OTHER_VERSION, NOTHING_NEW, ALREADY_APPROVED, ALREADY_ENDED -> HttpStatus.CONFLICT;
        };
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
