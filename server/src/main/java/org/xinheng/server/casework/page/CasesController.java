package org.xinheng.server.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The list of cases and one case, in which a step can be taken. */
@Controller
@Requires({
    Permission.DELIVER,
    Permission.DELIVER_FOR_ALL,
    Permission.OVERSEE,
    Permission.OWN_FILE,
    Permission.QUERY_AT_WINDOW
})
class CasesController {

    private final CaseDesk desk;
    private final OpenCases cases;
    private final CaseReading reading;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    CasesController(
            CaseDesk desk, OpenCases cases, CaseReading reading, CaseForms forms, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.cases = cases;
        this.reading = reading;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    @GetMapping(CasesPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        ListPlan<CaseLine> plan = CasesList.plan(kinds(), desk.around().today());
        ListAsk ask = plan.ask(request);
        log.read(actor, ask.export() == null ? "cases.list" : "cases.export", null, "cases");
        List<CaseFile> files = cases.files(actor, CasesList.openOnly(ask));
        boolean cut = files.size() >= OpenCases.MOST;
        return plan.answer(
                ask,
                reading.lines(files),
                !cut,
                words(request),
                (list, lines) -> new CasesPage(lead(actor), list, lines, offers(actor), cut, OpenCases.MOST));
    }

    /** Inside only: the office, and a body for the cases that are with it. */
    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
    @GetMapping(CasesOverviewPage.PATH)
    CasesOverviewPage overview() {
        Actor actor = current.find().orElseThrow();
        log.read(actor, "cases.list", null, "cases");
        return CasesOverviewPage.of(
                reading.lines(cases.files(actor, true)), desk.around().today());
    }

    private List<CaseKind> kinds() {
        return List.copyOf(desk.around().policy().instruments().cases().values());
    }

    private static CaseText lead(Actor actor) {
        if (actor.organisation() != null) {
            return CaseText.CASES_LEAD_OWN;
        }
        if (Parties.atWindow(actor) && !actor.may(Permission.DELIVER)) {
            return CaseText.CASES_LEAD_WINDOW;
        }
        return actor.may(Permission.OVERSEE) ? CaseText.CASES_LEAD_OFFICE : CaseText.CASES_LEAD_SOURCE;
    }

    /** Kinds about organisations and on findings; others about records begin at the record. */
    private List<CasesPage.Offer> offers(Actor actor) {
        Set<Party> as = EnumSet.noneOf(Party.class);
        if (actor.may(Permission.DELIVER_FOR_ALL)) {
            as.add(Party.OFFICE);
        } else if (actor.may(Permission.DELIVER)) {
            as.add(Party.SOURCE);
        }
        if (Parties.atWindow(actor)) {
            as.add(Party.WINDOW);
        }
        return kinds().stream()
                .filter(kind -> kind.about() == CaseKind.About.ORGANISATION || Finding.neededFor(kind))
                .filter(kind -> kind.actions().stream()
                        .anyMatch(
                                action -> action.opens() && action.by().stream().anyMatch(as::contains)))
                .map(kind -> new CasesPage.Offer(kind.id(), kind.rule().title()))
                .toList();
    }

    @GetMapping(CasesPage.PATH + "/{id}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        return desk.find(actor, id)
                .map(file -> {
                    log.read(actor, "cases.file", file.opening().organisationId(), file.number());
                    return page(actor, file, TypedStep.NOTHING, Map.of(), words(request));
                })
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private Answer page(Actor actor, CaseFile file, TypedStep typed, Map<String, String> faults, Words words) {
        var form = reading.form(desk.open(actor, file), forms, typed, faults, words);
        return reading.page(file, desk.takesPart(actor, file), form, words)
                .<Answer>map(page -> page)
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @PostMapping(CasesPage.PATH + "/{id}")
    Answer take(@PathVariable long id, TypedStep typed, HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        Words words = words(request);
        FormCheck check = forms.check(words);
        var taking = forms.step(typed, check);
        CaseFile file = desk.find(actor, id).orElse(null);
        if (file == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        if (check.failed()) {
            return page(actor, file, typed, check.faults(), words);
        }
        return switch (desk.take(actor, id, taking)) {
            case Outcome.Done _ -> new Redirect(CasesPage.PATH + "/" + id);
            case Outcome.Refused(var refusal) ->
                page(actor, file, typed, fault(words.say(CaseText.of(refusal))), words);
            case Outcome.Not not -> page(actor, file, typed, fault(CaseText.sentence(not, words)), words);
            case Outcome.AlreadyOpen _ -> page(actor, file, typed, fault(words.say(CaseText.ALREADY_OPEN)), words);
            case Outcome.Elsewhere(var remedy) -> page(actor, file, typed, fault(words.say(remedy)), words);
        };
    }

    /** The case with a fault beside a field. */
    Answer faulty(Actor actor, CaseFile file, String field, String sentence, Words words) {
        return page(actor, file, TypedStep.NOTHING, Map.of(field, sentence), words);
    }

    private static Map<String, String> fault(String sentence) {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("action", sentence);
        return faults;
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
