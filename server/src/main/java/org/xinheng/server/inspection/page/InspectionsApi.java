package org.xinheng.server.inspection.page;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.inspection.plan.Outcome;
import org.xinheng.server.inspection.plan.Plan;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Inspections for programs: what is public, the steps of the inspecting body, and each organisation's own ticket. */
@RestController
class InspectionsApi {

    private static final int MOST = 200;

    private final InspectionDesk desk;
    private final StaffDesk staff;
    private final CurrentActor current;

    InspectionsApi(InspectionDesk desk, StaffDesk staff, CurrentActor current) {
        this.desk = desk;
        this.staff = staff;
        this.current = current;
    }

    /** @param next number before which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plans(List<PlanView> inspections, @Nullable String next) {}

    @OpenToAll
    @GetMapping("/api/v1/inspections")
    Plans list(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Slice<Plan> page = Slice.of(
                Math.clamp(size, 1, MOST),
                many -> desk.inspections().plans().list(null, true, Slice.before(before), many));
        return new Plans(
                page.rows().stream()
                        .map(plan -> PlanView.of(plan, false, desk, Words.accepted(language)))
                        .toList(),
                page.next(last -> Long.toString(last.id())));
    }

    @OpenToAll
    @GetMapping("/api/v1/inspections/{id}")
    PlanView show(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return desk.open(id).map(plan -> PlanView.of(plan, false, desk, words)).orElseThrow(() -> unknown(words));
    }

    @OpenToAll
    @GetMapping("/api/v1/inspections/{id}/frozen")
    ResponseEntity<byte[]> frozen(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.inspections()
                .plans()
                .frozen(id)
                .map(text -> Files.attached("inspection-" + id + "-frozen.txt", text))
                .orElseThrow(() -> unknown(Words.accepted(language)));
    }

    @OpenToAll
    @GetMapping("/api/v1/inspections/{id}/bundle")
    ResponseEntity<byte[]> bundle(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.publicBundle(id)
                .map(text -> Files.attached("inspection-" + id + ".txt", text))
                .orElseThrow(() -> unknown(Words.accepted(language)));
    }

    @OpenToAll
    @GetMapping("/api/v1/inspections/verify_draw.py")
    ResponseEntity<byte[]> script() {
        return Files.script();
    }

    @Requires(Permission.READ_PAST)
    @GetMapping("/api/v1/inspections/{id}/full-bundle")
    ResponseEntity<byte[]> full(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        String stated = check.reason("purpose", purpose, 2, 200);
        if (check.failed()) {
            throw check.problem();
        }
        return desk.fullBundle(current.require(Permission.READ_PAST), id, stated)
                .map(text -> Files.attached("inspection-" + id + "-full.txt", text))
                .orElseThrow(() -> unknown(words));
    }

    /** @param opening the line that opens the organisation's ticket */
    record OwnTicket(PlanView inspection, String opening, boolean drawn) {}

    @Requires(Permission.OWN_FILE)
    @GetMapping("/api/v1/inspections/own")
    List<OwnTicket> own(
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return desk.tickets(current.require(Permission.OWN_FILE)).stream()
                .map(one -> new OwnTicket(
                        PlanView.of(one.plan(), false, desk, Words.accepted(language)), one.opening(), one.drawn()))
                .toList();
    }

    @Requires(Permission.INSPECT)
    @PostMapping("/api/v1/inspections")
    PlanView make(
            @RequestBody TypedPlan typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Plan plan = desk.make(current.require(Permission.INSPECT), typed, check, words);
        if (plan == null) {
            throw check.problem();
        }
        return PlanView.of(plan, true, desk, words);
    }

    @Requires(Permission.INSPECT)
    @PostMapping("/api/v1/inspections/{id}/steps")
    PlanView step(
            @PathVariable long id,
            @RequestBody TypedStep typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Plan plan = desk.own(current.require(Permission.INSPECT), id).orElseThrow(() -> unknown(words));
        FormCheck check = desk.check(words);
        return switch (desk.step(current.require(Permission.INSPECT), plan, typed, check, words)) {
            case Outcome.Done done -> PlanView.of(done.plan(), true, desk, words);
            case Outcome.Refused refused ->
                throw ApiProblem.of(
                                HttpStatus.CONFLICT,
                                "inspection.refused",
                                words.say(InspectionText.PROBLEM_REFUSED),
                                InspectionText.of(refused, words))
                        .with("reason", refused.reason());
            case null -> throw check.problem();
        };
    }

    /** @param serves false when the number is no longer sent */
    record TypedInspector(@Nullable String number, @Nullable String qualifications, boolean serves) {}

    @Requires(Permission.INSPECT)
    @PostMapping("/api/v1/inspectors")
    void enter(
            @RequestBody TypedInspector typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        if (!staff.enter(
                current.require(Permission.INSPECT),
                typed.number(),
                typed.qualifications(),
                typed.serves(),
                check,
                words)) {
            throw check.problem();
        }
    }

    /** @param stands false when it is over */
    record TypedConflict(@Nullable String number, @Nullable String code, boolean stands) {}

    @Requires(Permission.INSPECT)
    @PostMapping("/api/v1/inspectors/conflicts")
    void conflict(
            @RequestBody TypedConflict typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        if (!staff.conflict(
                current.require(Permission.INSPECT), typed.number(), typed.code(), typed.stands(), check, words)) {
            throw check.problem();
        }
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "inspection.unknown",
                words.say(InspectionText.PROBLEM_UNKNOWN),
                words.say(InspectionText.PROBLEM_UNKNOWN_ADVICE));
    }
}
