package org.xinheng.server.commitment.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Commitments for programs. */
@RestController
@Requires({Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT, Permission.OVERSEE, Permission.OWN_FILE})
class CommitmentsApi {

    private static final int MOST = 200;

    private final CommitmentDesk desk;
    private final CurrentActor current;

    CommitmentsApi(CommitmentDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    record Items(List<ItemView> items) {}

    /**
     * @param papers ids of the papers that may follow
     * @param template what a commitment for the matter says, part by part
     * @param conditions that the giver says are met
     */
    record ItemView(
            String id,
            String title,
            CommitmentItem.Handling handling,
            String kind,
            List<String> acceptedBy,
            List<String> papers,
            List<PartView> template,
            List<String> conditions,
            String liability) {}

    record PartView(String id, String title, boolean required) {}

    /** @param next id before which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> commitments, @Nullable String next) {}

    /** @param seen number of the last step, to be sent along with the next act */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String number,
            String item,
            String organisation,
            String authority,
            Stage stage,
            int seen,
            LocalDate signedOn,
            @Nullable LocalDate due,
            List<StepView> steps) {}

    record StepView(int no, Act.Kind act, String by, Instant at) {}

    @OpenToAll
    @GetMapping("/api/v1/commitment-items")
    Items items(@RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return new Items(desk.inForce().stream()
                .map(item -> new ItemView(
                        item.id(),
                        words.say(item.rule().title()),
                        item.handling(),
                        item.kind(),
                        item.acceptedBy(),
                        item.papers().stream().map(paper -> paper.id()).toList(),
                        template(item, words),
                        item.conditions().stream().map(words::say).toList(),
                        words.say(item.liability())))
                .toList());
    }

    private List<PartView> template(CommitmentItem item, Words words) {
        return desk.type(item).template().stream()
                .map(part -> new PartView(part.id(), words.say(part.title()), part.required()))
                .toList();
    }

    @GetMapping("/api/v1/commitments")
    Page list(@RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "50") int size) {
        Slice<Promise> page =
                Slice.of(Math.clamp(size, 1, MOST), many -> desk.list(actor(), Slice.before(before), many));
        Map<Long, OrganisationLabel> givers = desk.givers(page.rows());
        return new Page(
                page.rows().stream().map(promise -> view(promise, givers)).toList(),
                page.next(last -> Long.toString(last.id())));
    }

    record WarningsView(List<WarningView> warnings) {}

    /** @param cause number of the other commitment of the giver that was broken; absent for a day that passed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WarningView(
            Warnings.Kind kind, View commitment, @Nullable String cause) {}

    @Requires({Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT, Permission.OVERSEE})
    @GetMapping("/api/v1/commitment-warnings")
    WarningsView warnings() {
        List<Warnings.Warning> found = desk.warnings(actor(), MOST);
        Map<Long, OrganisationLabel> givers =
                desk.givers(found.stream().map(Warnings.Warning::promise).toList());
        return new WarningsView(found.stream()
                .map(warning -> new WarningView(
                        warning.kind(),
                        view(warning.promise(), givers),
                        warning.cause() == null ? null : warning.cause().number()))
                .toList());
    }

    @GetMapping("/api/v1/commitments/{id}")
    View show(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.find(actor(), id).map(this::view).orElseThrow(() -> unknown(Words.accepted(language)));
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping("/api/v1/commitments")
    View sign(
            @RequestBody TypedCommitment typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.require(Permission.OWN_FILE);
        CommitmentItem item =
                desk.item(typed.item()).filter(_ -> desk.own(actor).isPresent()).orElseThrow(() -> unknown(words));
        FormCheck check = desk.check(words);
        CommitmentDesk.Signing signing = new CommitmentReading(check, desk, words).signing(item, typed);
        if (signing == null) {
            throw check.problem();
        }
        return done(desk.sign(actor, item, signing), words);
    }

    @Requires({Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT, Permission.OWN_FILE})
    @PostMapping("/api/v1/commitments/{id}/acts")
    View act(
            @PathVariable long id,
            @RequestBody TypedCommitment typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Promise promise = desk.find(actor(), id).orElseThrow(() -> unknown(words));
        FormCheck check = desk.check(words);
        Act act = new CommitmentReading(check, desk, words).act(typed);
        if (act == null) {
            throw check.problem();
        }
        return done(desk.act(actor(), promise, CommitmentReading.seen(typed), act), words);
    }

    private View done(Outcome outcome, Words words) {
        return switch (outcome) {
            case Accepted(Promise promise) -> view(promise);
            case Refused refused -> throw problem(refused, words);
        };
    }

    private ApiProblem problem(Refused refused, Words words) {
        ApiProblem problem = ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "commitment.refused",
                        words.say(CommitmentText.PROBLEM_REFUSED),
                        CommitmentText.of(refused, desk.policy(), words))
                .with("reason", refused.reason());
        return refused.rule() == null ? problem : problem.with("rule", refused.rule());
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "commitment.unknown",
                words.say(CommitmentText.PROBLEM_UNKNOWN),
                words.say(CommitmentText.PROBLEM_UNKNOWN_ADVICE));
    }

    private View view(Promise promise) {
        return view(promise, desk.givers(List.of(promise)));
    }

    private static View view(Promise promise, Map<Long, OrganisationLabel> givers) {
        OrganisationLabel giver = givers.get(promise.giver().organisation());
        String code = giver == null ? null : giver.code();
        return new View(
                Long.toString(promise.id()),
                promise.number(),
                promise.item(),
                code == null ? "" : code,
                promise.authority(),
                promise.stage(),
                promise.steps().size(),
                promise.signedOn(),
                promise.steps().getLast().due(),
                promise.steps().stream()
                        .map(step -> new StepView(
                                step.no(), step.act().of(), step.by().name(), step.at()))
                        .toList());
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
