package org.xinheng.server.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Repairs.Application;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.page.AskRepairPage.Shown;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Asking for a repair: by the organisation itself, or by the service window for it. */
@Controller
@Requires({Permission.QUERY_AT_WINDOW, Permission.OWN_FILE})
class AskRepairController {

    private static final int LONGEST = 200;

    private final Repairs repairs;
    private final Subjects subjects;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    AskRepairController(Repairs repairs, Subjects subjects, CaseForms forms, CurrentActor current, AccessLog log) {
        this.repairs = repairs;
        this.subjects = subjects;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    @GetMapping("/records/{address}/repair")
    Answer check(@PathVariable String address) {
        return page(address, null, null, Shown.NOTHING, Map.of());
    }

    /** @param step {@code check} shows what stands in the way; anything else hands the application over */
    @PostMapping("/records/{address}/repair")
    Answer handOver(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String performance,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String step,
            Shown shown,
            HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        Words words = Words.in(Language.of(request));
        FormCheck check = forms.check(words);
        Presented presented =
                Parties.atWindow(actor) ? forms.presented(shown.presented(), shown.presentedNumber(), check) : null;
        if (step.equals("check")) {
            return page(address, null, presented, shown, check.faults());
        }
        var papers = new Repairs.Papers(
                check.line("performance", performance, LONGEST),
                check.line("commitment", commitment, LONGEST),
                presented);
        String form = check.line("key", key, LONGEST);
        if (check.failed()) {
            return page(address, null, presented, shown, check.faults());
        }
        return switch (repairs.handOver(actor, address, papers, form)) {
            case Application.HandedOver(String number) -> page(address, number, presented, shown, Map.of());
            case Application.NotReady _ ->
                page(address, null, presented, shown, Map.of("performance", words.say(CaseText.REPAIR_NOT_READY)));
            case Application.NotPresented _ ->
                page(address, null, null, shown, Map.of("presented", words.say(CaseText.NOT_NOT_PRESENTED)));
            case Application.Unknown _ -> ErrorPage.of(HttpStatus.NOT_FOUND);
            case Application.WindowAway _ ->
                page(address, null, presented, shown, Map.of("performance", words.say(CaseText.REPAIR_AWAY)));
        };
    }

    /** At the window nothing of the conditions is shown before the organisation has presented itself. */
    private Answer page(
            String address,
            @Nullable String number,
            @Nullable Presented presented,
            Shown shown,
            Map<String, String> faults) {
        Actor actor = current.find().orElseThrow();
        RecordVersion record = subjects.standing(address);
        RecordLine line = record == null ? null : subjects.line(address);
        if (record == null || line == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        if (!repairs.mayAsk(actor, record)) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        boolean atWindow = Parties.atWindow(actor);
        RepairEligibility eligibility = atWindow && presented == null ? null : repairs.eligibility(address, true, true);
        log.read(actor, "repair.eligibility", record.organisationId(), "repair " + address);
        return new AskRepairPage(
                line, eligibility, number, atWindow, shown, UUID.randomUUID().toString(), faults);
    }
}
