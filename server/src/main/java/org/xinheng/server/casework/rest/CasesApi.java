package org.xinheng.server.casework.rest;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.page.CaseForms;
import org.xinheng.server.casework.page.TypedCase;
import org.xinheng.server.casework.page.TypedStep;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Cases for programs of departments, office and organisations. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OWN_FILE, Permission.QUERY_AT_WINDOW})
class CasesApi {

    private static final int MOST = 200;

    private final CaseDesk desk;
    private final CaseForms forms;
    private final CurrentActor current;
    private final AccessLog log;

    CasesApi(CaseDesk desk, CaseForms forms, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.forms = forms;
        this.current = current;
        this.log = log;
    }

    /** @param next id to ask {@code after} for the page that follows; null on the last one */
    record Page(List<CaseView> cases, @Nullable String next) {}

    @GetMapping("/api/v1/cases")
    Page list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.find().orElseThrow();
        List<CaseFile> files = desk.list(actor, null, !all, after, MOST);
        log.read(actor, "cases.list", null, "cases");
        files.forEach(file -> log.read(actor, "cases.list", file.opening().organisationId(), file.number()));
        return new Page(
                files.stream()
                        .flatMap(file -> desk.around().kind(file.opening().kind()).stream()
                                .map(kind -> CaseView.of(file, kind, desk.open(actor, file), desk.around(), words)))
                        .toList(),
                files.size() < MOST ? null : Long.toString(files.getLast().id()));
    }

    @GetMapping("/api/v1/cases/{id}")
    CaseView show(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor actor = current.find().orElseThrow();
        CaseFile file = desk.find(actor, id)
                .orElseThrow(() -> Problems.of(new Outcome.Not(Outcome.Why.UNKNOWN), Words.accepted(language)));
        log.read(actor, "cases.file", file.opening().organisationId(), file.number());
        return view(actor, file, Words.accepted(language));
    }

    @PostMapping("/api/v1/cases/{kind}")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView open(
            @PathVariable String kind,
            @RequestBody TypedCase typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.find().orElseThrow();
        CaseKind found =
                desk.around().kind(kind).orElseThrow(() -> Problems.of(new Outcome.Not(Outcome.Why.UNKNOWN), words));
        FormCheck check = forms.check(words);
        var asked = forms.opening(found, typed, actor, check);
        if (check.failed()) {
            throw check.problem();
        }
        return done(actor, desk.open(actor, asked), words);
    }

    @PostMapping("/api/v1/cases/{id}/steps")
    CaseView take(
            @PathVariable long id,
            @RequestBody TypedStep typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = forms.check(words);
        var taking = forms.step(typed, check);
        if (check.failed()) {
            throw check.problem();
        }
        Actor actor = current.find().orElseThrow();
        return done(actor, desk.take(actor, id, taking), words);
    }

    private CaseView done(Actor actor, Outcome outcome, Words words) {
        if (outcome instanceof Outcome.Done(CaseFile file)) {
            return view(actor, file, words);
        }
        throw Problems.of(outcome, words);
    }

    private CaseView view(Actor actor, CaseFile file, Words words) {
        CaseKind kind = desk.around().kind(file.opening().kind()).orElseThrow();
        return CaseView.of(file, kind, desk.open(actor, file), desk.around(), words);
    }
}
