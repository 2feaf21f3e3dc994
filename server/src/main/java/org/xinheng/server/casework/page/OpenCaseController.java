package org.xinheng.server.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.CaseEffects;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The form that opens a case. A repair begins elsewhere: at the one window. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OWN_FILE, Permission.QUERY_AT_WINDOW})
class OpenCaseController {

    private static final String FIRST_FIELD = "ground";

    private final CaseDesk desk;
    private final Subjects subjects;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    OpenCaseController(CaseDesk desk, Subjects subjects, CaseForms forms, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.subjects = subjects;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    @GetMapping(CasesPage.PATH + "/new/{kind}")
    Answer form(@PathVariable String kind, TypedCase typed) {
        if (kind.equals(Repairs.KIND) && typed.record() != null) {
            return new Redirect("/records/" + typed.record().replaceAll("[^a-z0-9]", "") + "/repair");
        }
        return form(kind, typed, null, Map.of());
    }

    private Answer form(String id, TypedCase typed, @Nullable Title elsewhere, Map<String, String> faults) {
        CaseKind kind = desk.around().kind(id).orElse(null);
        Actor actor = current.find().orElseThrow();
        if (kind == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        RecordLine record = kind.about() == CaseKind.About.RECORD ? record(actor, kind, typed.record()) : null;
        if (kind.about() == CaseKind.About.RECORD && record == null && !Finding.neededFor(kind)) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        return new OpenCasePage(
                kind,
                record,
                grounds(kind, actor),
                actor.source() == null,
                CaseForms.asksPresented(kind, actor),
                CaseEffects.asked(
                        desk.around().policy(),
                        kind.actions().stream().filter(Action::opens).toList()),
                typed,
                elsewhere,
                faults);
    }

    /** Whoever names the body of a case is offered all: the body may lead any of them. */
    private List<CaseKind.Ground> grounds(CaseKind kind, Actor actor) {
        LocalDate today = desk.around().today();
        String body = actor.source();
        return kind.groundsOn(today).stream()
                .filter(ground -> body == null || subjects.leads(body, ground, today))
                .toList();
    }

    /** Null also for who may open no case about it: they are shown nothing of a record that may not be public. */
    private @Nullable RecordLine record(Actor actor, CaseKind kind, @Nullable String address) {
        if (address == null || !desk.mayOpen(actor, kind, address)) {
            return null;
        }
        RecordLine line = subjects.line(address);
        if (line != null) {
            log.read(actor, "cases.form", line.version().organisationId(), kind.id() + " " + address);
        }
        return line;
    }

    @PostMapping(CasesPage.PATH + "/new/{kind}")
    Answer open(@PathVariable String kind, TypedCase typed, HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        CaseKind found = desk.around().kind(kind).orElse(null);
        Words words = Words.in(Language.of(request));
        FormCheck check = forms.check(words);
        if (found == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        var asked = forms.opening(found, typed, actor, check);
        if (check.failed()) {
            return form(kind, typed, null, check.faults());
        }
        return switch (desk.open(actor, asked)) {
            case Outcome.Done(var file) -> new Redirect(CasesPage.PATH + "/" + file.id());
            case Outcome.AlreadyOpen(var file) -> new Redirect(CasesPage.PATH + "/" + file.id());
            case Outcome.Elsewhere(var remedy) -> form(kind, typed, remedy, Map.of());
            case Outcome.Refused(var refusal) -> faulty(kind, typed, words.say(CaseText.of(refusal)));
            case Outcome.Not not -> faulty(kind, typed, CaseText.sentence(not, words));
        };
    }

    private Answer faulty(String kind, TypedCase typed, String sentence) {
        return form(kind, typed, null, Map.of(FIRST_FIELD, sentence));
    }
}
