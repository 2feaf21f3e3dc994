package org.xinheng.server.measure.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.measure.use.Reason;
import org.xinheng.core.policy.Measure;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.applied.AppliedMeasure;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.measure.applied.Applying;
import org.xinheng.server.measure.applied.MeasureNotice;
import org.xinheng.server.measure.applied.Statement;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Applied measures for programs. */
@RestController
@Requires({Permission.CHECK, Permission.OVERSEE})
class AppliedApi {

    private static final int MOST = 200;

    private final MeasureDesk desk;
    private final CurrentActor current;

    AppliedApi(MeasureDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * @param state in this moment
     * @param reason why it is not on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String measure,
            Measure.Effect effect,
            String matter,
            String organisation,
            String body,
            String decision,
            String record,
            String recordNumber,
            LocalDate appliedOn,
            LocalDate until,
            String ruleVersion,
            AppliedState.Kind state,
            @Nullable Reason reason,
            @Nullable String why) {}

    /** @param next id before which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> measures, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            String id,
            String appliedMeasure,
            String measure,
            String organisation,
            String body,
            String decision,
            AppliedState.Kind state,
            @Nullable Reason reason,
            @Nullable String why,
            LocalDate onDay,
            Instant at,
            @Nullable String seenBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notices(List<NoticeView> notices, @Nullable String next) {}

    @Requires(Permission.CHECK)
    @PostMapping("/api/v1/applied-measures")
    View apply(
            @RequestBody TypedMeasure typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        Statement statement = new MeasureReading(check, words).statement(typed);
        if (statement == null) {
            throw check.problem();
        }
        try {
            return switch (desk.apply(statement, current.require(Permission.CHECK))) {
                case Applying.Applied applied ->
                    views(List.of(applied.measure()), words).getFirst();
                case Applying.Refused(var refusal) ->
                    throw MeasureProblems.refused(MeasureText.PROBLEM_REFUSED, refusal, desk.policy(), words);
                case Applying.NoSuchOrganisation() -> {
                    check.wrong("code", words.say(MeasureText.FAULT_UNKNOWN_ORGANISATION));
                    throw check.problem();
                }
            };
        } catch (DataIntegrityViolationException e) {
            throw MeasureProblems.overtaken(words);
        }
    }

    @GetMapping("/api/v1/applied-measures")
    Page list(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Slice<AppliedMeasure> page =
                Slice.of(Math.clamp(size, 1, MOST), many -> desk.list(actor(), "measures.list", from(before), many));
        return new Page(views(page.rows(), Words.accepted(language)), page.next(last -> Long.toString(last.id())));
    }

    @GetMapping("/api/v1/applied-measures/{id}")
    View show(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return RowId.read(id)
                .flatMap(number -> desk.find(actor(), number))
                .map(measure -> views(List.of(measure), words).getFirst())
                .orElseThrow(() -> unknown(words));
    }

    /** @param unseen only those of which nobody of the body took note */
    @GetMapping("/api/v1/measure-notices")
    Notices notices(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "false") boolean unseen,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Slice<MeasureNotice> page =
                Slice.of(Math.clamp(size, 1, MOST), many -> desk.notices(actor(), unseen, from(before), many));
        Map<Long, OrganisationLabel> parties =
                desk.parties(page.rows().stream().map(MeasureNotice::measure).toList());
        return new Notices(
                page.rows().stream().map(notice -> view(notice, parties, words)).toList(),
                page.next(last -> Long.toString(last.id())));
    }

    @Requires(Permission.CHECK)
    @PostMapping("/api/v1/measure-notices/{id}/seen")
    Seen see(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor actor = current.require(Permission.CHECK);
        boolean seen = RowId.read(id).filter(number -> desk.see(actor, number)).isPresent();
        if (!seen) {
            throw unknown(Words.accepted(language));
        }
        return new Seen(id);
    }

    record Seen(String id) {}

    private static long from(@Nullable String before) {
        return before == null ? Long.MAX_VALUE : RowId.read(before).orElse(0L);
    }

    private List<View> views(List<AppliedMeasure> shown, Words words) {
        Map<Long, AppliedState> states = desk.states(shown);
        Map<Long, OrganisationLabel> parties = desk.parties(shown);
        return shown.stream()
                .map(measure -> view(
                        measure,
                        Objects.requireNonNull(states.get(measure.id())),
                        codeOf(parties.get(measure.organisationId())),
                        words))
                .toList();
    }

    private static View view(AppliedMeasure measure, AppliedState state, String code, Words words) {
        return new View(
                Long.toString(measure.id()),
                measure.measure(),
                measure.effect(),
                measure.matter(),
                code,
                measure.authority(),
                measure.decision(),
                measure.ground().address(),
                measure.ground().number(),
                measure.appliedOn(),
                measure.until(),
                measure.ruleVersion(),
                state.kind(),
                state.reason(),
                state.reason() == null ? null : MeasureText.why(state, words));
    }

    private static NoticeView view(MeasureNotice notice, Map<Long, OrganisationLabel> parties, Words words) {
        AppliedMeasure measure = notice.measure();
        AppliedState state = notice.state();
        return new NoticeView(
                Long.toString(notice.id()),
                Long.toString(measure.id()),
                measure.measure(),
                codeOf(parties.get(measure.organisationId())),
                measure.authority(),
                measure.decision(),
                state.kind(),
                state.reason(),
                state.reason() == null ? null : MeasureText.why(state, words),
                notice.onDay(),
                notice.changedAt(),
                notice.seenBy());
    }

    private static String codeOf(@Nullable OrganisationLabel party) {
        return party == null || party.code() == null ? "" : party.code();
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "measure.unknown",
                words.say(MeasureText.PROBLEM_UNKNOWN),
                words.say(MeasureText.PROBLEM_UNKNOWN_ADVICE));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
