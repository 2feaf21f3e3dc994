package org.xinheng.server.casework.recheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.page.CaseForms;
import org.xinheng.server.casework.recheck.RecheckStore.Closing;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Words;

/** Re-check for programs, and the one window's word on what it closed. */
@RestController
class RecheckApi {

    private static final int LONGEST_LINE = 200;

    private final Rechecks rechecks;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    RecheckApi(Rechecks rechecks, CaseForms forms, CurrentActor current, AccessLog log) {
        this.rechecks = rechecks;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    /** @param faults ids of what the comparison found. @param inOrder what a person found last; null before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            String number,
            @Nullable String record,
            LocalDate grantedOn,
            boolean drawn,
            LocalDate due,
            boolean overdue,
            List<String> faults,
            int seen,
            @Nullable Boolean inOrder) {}

    record Missed(String fault, String number, String record, LocalDate since) {}

    record Found(List<Line> repairs, List<Missed> missed) {}

    @GetMapping("/api/v1/repairs/rechecks")
    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
    Found found() {
        Actor actor = current.find().orElseThrow();
        log.read(actor, "repair.rechecks", null, "re-check");
        Rechecks.Found found = rechecks.found(actor);
        return new Found(
                found.lines().stream().map(RecheckApi::line).toList(),
                found.missed().stream()
                        .map(missed -> new Missed(id(missed.fault()), missed.number(), missed.record(), missed.since()))
                        .toList());
    }

    private static Line line(Rechecks.Line line) {
        var result = line.result();
        return new Line(
                Long.toString(line.file().id()),
                line.file().number(),
                line.file().opening().record(),
                line.grant().step().day(),
                line.drawn(),
                line.due(),
                line.overdue(),
                line.faults().stream().map(RecheckApi::id).toList(),
                result == null ? 0 : result.number(),
                result == null ? null : result.inOrder());
    }

    private static String id(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param note compulsory for what is not in order */
    record Entered(
            int seen, @Nullable Boolean inOrder, @Nullable String note) {}

    @PostMapping("/api/v1/repairs/rechecks/{id}")
    @Requires(Permission.DELIVER_FOR_ALL)
    Found enter(
            @PathVariable long id,
            @RequestBody Entered entered,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = forms.check(words);
        boolean right = Boolean.TRUE.equals(entered.inOrder());
        String typed = entered.note() == null ? "" : entered.note();
        String note = right && typed.isBlank()
                ? ""
                : check.reason("note", typed, RecheckController.SHORTEST, RecheckController.LONGEST);
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        if (check.failed()) {
            throw check.problem();
        }
        return switch (rechecks.enter(current.find().orElseThrow(), id, entered.seen(), right, note)) {
            case DONE -> found();
            case UNKNOWN -> throw problem(HttpStatus.NOT_FOUND, "recheck.unknown", RecheckText.UNKNOWN, words);
            case OVERTAKEN -> throw problem(HttpStatus.CONFLICT, "recheck.overtaken", RecheckText.OVERTAKEN, words);
        };
    }

    /**
     * @param applicationNumber the window's own number
     * @param granted whether it closed the application as granted
     */
    record Closed(
            @Nullable String applicationNumber,
            @Nullable String record,
            @Nullable String closedOn,
            @Nullable Boolean granted) {}

    record Kept(String applicationNumber) {}

    @PostMapping("/api/v1/repairs/closings")
    @Requires(Permission.PUSH_REPAIRS)
    Kept close(
            @RequestBody Closed closed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = forms.check(words);
        String number = check.line("applicationNumber", closed.applicationNumber(), LONGEST_LINE);
        String record = check.line("record", closed.record(), LONGEST_LINE);
        String typed = check.line("closedOn", closed.closedOn(), LONGEST_LINE);
        LocalDate on = check.pastDay("closedOn", typed, rechecks.today());
        if (check.failed() || on == null) {
            throw check.problem();
        }
        var closing = new Closing(number, record, Boolean.TRUE.equals(closed.granted()), on);
        if (!rechecks.close(current.find().orElseThrow(), closing)) {
            throw problem(HttpStatus.CONFLICT, "recheck.closed-otherwise", RecheckText.CLOSED_OTHERWISE, words);
        }
        return new Kept(number);
    }

    private static ApiProblem problem(HttpStatus status, String code, RecheckText text, Words words) {
        return ApiProblem.of(status, code, words.say(text), words.say(RecheckText.ADVICE));
    }
}
