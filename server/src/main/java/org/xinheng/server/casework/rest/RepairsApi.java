package org.xinheng.server.casework.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.page.CaseForms;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Repair for programs: may it be asked for, and the push of the one window. */
@RestController
class RepairsApi {

    private static final int LONGEST = 200;

    private final Repairs repairs;
    private final Subjects subjects;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    RepairsApi(Repairs repairs, Subjects subjects, CaseForms forms, CurrentActor current, AccessLog log) {
        this.repairs = repairs;
        this.subjects = subjects;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    /** @param missing ids of what stands in the way */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Eligibility(
            boolean ready, List<String> missing, @Nullable LocalDate earliest) {}

    @GetMapping("/api/v1/records/{address}/repair-eligibility")
    @Requires({Permission.QUERY_AT_WINDOW, Permission.OWN_FILE})
    Eligibility eligibility(
            @PathVariable String address,
            @RequestParam(defaultValue = "false") boolean performance,
            @RequestParam(defaultValue = "false") boolean commitment,
            @RequestParam(defaultValue = "") String presented,
            @RequestParam(defaultValue = "") String presentedNumber,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.find().orElseThrow();
        if (Parties.atWindow(actor)) {
            FormCheck check = forms.check(words);
            forms.presented(presented, presentedNumber, check);
            if (check.failed()) {
                throw check.problem();
            }
        }
        RecordVersion record = subjects.standing(address);
        RepairEligibility found = record == null ? null : repairs.eligibility(address, performance, commitment);
        if (record == null || found == null) {
            throw Problems.of(new Outcome.Not(Outcome.Why.UNKNOWN), words);
        }
        if (!repairs.mayAsk(actor, record)) {
            throw Problems.of(new Outcome.Not(Outcome.Why.FOREIGN), words);
        }
        log.read(actor, "repair.eligibility", record.organisationId(), "repair " + address);
        return new Eligibility(
                found.ready(),
                found.missing().stream()
                        .map(missing -> missing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                found.earliest());
    }

    /**
     * @param applicationNumber the window's own number
     * @param appliedOn day on which the organisation applied there
     * @param papers id of the document in the pack, such as {@code performance} → name and number of what was handed in
     */
    record Push(
            @Nullable String applicationNumber,
            @Nullable String record,
            @Nullable String appliedOn,
            @Nullable Map<String, String> papers) {}

    private Map<String, String> papers(@Nullable Map<String, String> typed, FormCheck check, Words words) {
        Map<String, String> papers = new LinkedHashMap<>();
        if (typed != null) {
            Map<String, String> known = repairs.documents(words);
            typed.forEach((id, paper) ->
                    papers.put(check.choice("papers", id, known), check.line("papers." + id, paper, LONGEST)));
        }
        return papers;
    }

    record Pushed(String id, String number, int seen) {}

    @PostMapping("/api/v1/repairs/pushes")
    @Requires(Permission.PUSH_REPAIRS)
    Pushed push(
            @RequestBody Push push,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = forms.check(words);
        String number = check.line("applicationNumber", push.applicationNumber(), LONGEST);
        String record = check.line("record", push.record(), LONGEST);
        String applied = check.line("appliedOn", push.appliedOn(), LONGEST);
        LocalDate day = check.day("appliedOn", applied);
        Map<String, String> papers = papers(push.papers(), check, words);
        if (check.failed() || day == null) {
            throw check.problem();
        }
        Outcome outcome = repairs.push(current.find().orElseThrow(), number, record, day, papers);
        if (outcome instanceof Outcome.Done(CaseFile file)) {
            return new Pushed(
                    Long.toString(file.id()), file.number(), file.steps().size());
        }
        throw Problems.of(outcome, words);
    }
}
