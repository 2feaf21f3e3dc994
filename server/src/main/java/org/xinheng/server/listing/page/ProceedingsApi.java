package org.xinheng.server.listing.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Agenda;
import org.xinheng.core.listing.Due;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Proceedings for the systems of the bodies that conduct them. */
@RestController
@Requires({Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING, Permission.OVERSEE, Permission.OWN_FILE})
class ProceedingsApi {

    private static final int MOST = 200;

    private final ProceedingDesk desk;
    private final Proposals proposals;
    private final CurrentActor current;

    ProceedingsApi(ProceedingDesk desk, Proposals proposals, CurrentActor current) {
        this.desk = desk;
        this.proposals = proposals;
        this.current = current;
    }

    /** @param next number before which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proceedings(List<View> proceedings, @Nullable String next) {}

    /** @param seen number of the last step, to be sent along with the next act */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String list,
            String organisation,
            String authority,
            Stage stage,
            int seen,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate until,
            List<StepView> steps) {

        static View of(Proceeding proceeding, LocalDate today, String organisation) {
            Act.Decide decision = proceeding.decision();
            return new View(
                    Long.toString(proceeding.id()),
                    proceeding.list(),
                    organisation,
                    proceeding.authority(),
                    proceeding.stage(today),
                    proceeding.steps().size(),
                    proceeding.last(Act.Kind.NOTIFY).map(Step::answerBy).orElse(null),
                    decision == null ? null : decision.until(),
                    proceeding.steps().stream()
                            .map(step -> new StepView(
                                    step.no(),
                                    step.act().of(),
                                    step.act().on(),
                                    step.by().name(),
                                    step.at()))
                            .toList());
        }
    }

    record StepView(int no, Act.Kind act, LocalDate on, String by, Instant at) {}

    /**
     * @param repeated the act had been taken before: nothing was done twice
     * @param dues what has to happen next
     */
    record Done(View proceeding, boolean repeated, List<Due> dues) {}

    @GetMapping("/api/v1/proceedings")
    Proceedings list(
            @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "50") int size) {
        Slice<Proceeding> page =
                Slice.of(Math.clamp(size, 1, MOST), many -> desk.list(actor(), Slice.before(before), many));
        return new Proceedings(
                page.rows().stream().map(this::view).toList(), page.next(last -> Long.toString(last.id())));
    }

    record WarningsView(List<WarningView> warnings) {}

    /** @param due of the term its last day, else the last day of the period that ended unused */
    record WarningView(Agenda.Kind kind, Due due, View proceeding) {}

    @Requires({Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING, Permission.OVERSEE})
    @GetMapping("/api/v1/listing-warnings")
    WarningsView warnings() {
        return new WarningsView(desk.warnings(actor(), MOST).stream()
                .map(warning ->
                        new WarningView(warning.item().kind(), warning.item().due(), view(warning.proceeding())))
                .toList());
    }

    @GetMapping("/api/v1/proceedings/{id}")
    View show(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.find(actor(), id).map(this::view).orElseThrow(() -> unknown(Words.accepted(language)));
    }

    @Requires(Permission.PROPOSE_LISTING)
    @PostMapping("/api/v1/proceedings")
    Done propose(
            @RequestBody TypedProposal typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Outcome outcome = proposals.propose(actor(), typed, check, words);
        if (outcome == null) {
            throw check.problem();
        }
        return done(outcome, desk.list(typed.list()), words);
    }

    @Requires({Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING, Permission.OWN_FILE})
    @PostMapping("/api/v1/proceedings/{id}/acts")
    Done act(
            @PathVariable long id,
            @RequestBody TypedAct typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Proceeding proceeding = desk.find(actor(), id).orElseThrow(() -> unknown(words));
        FormCheck check = desk.check(words);
        Act act = desk.reading(check, words).read(typed, desk.list(proceeding));
        if (act == null) {
            throw check.problem();
        }
        return done(desk.act(actor(), proceeding, ActReading.seen(typed), act), desk.list(proceeding), words);
    }

    private Done done(Outcome outcome, @Nullable ListRule list, Words words) {
        return switch (outcome) {
            case Accepted accepted -> new Done(view(accepted.proceeding()), accepted.repeated(), accepted.dues());
            case Refused refused -> throw problem(refused, list, words);
        };
    }

    private ApiProblem problem(Refused refused, @Nullable ListRule list, Words words) {
        HttpStatus status = refused.reason() == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        ApiProblem problem = ApiProblem.of(
                        status,
                        "listing.refused",
                        words.say(ListingText.PROBLEM_REFUSED),
                        ListingText.of(refused, list, desk.policy(), words))
                .with("reason", refused.reason());
        return refused.rule() == null ? problem : problem.with("rule", refused.rule());
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "listing.unknown",
                words.say(ListingText.PROBLEM_UNKNOWN),
                words.say(ListingText.PROBLEM_UNKNOWN_ADVICE));
    }

    private View view(Proceeding proceeding) {
        String code = desk.party(proceeding).code();
        return View.of(proceeding, desk.today(), code == null ? "" : code);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
