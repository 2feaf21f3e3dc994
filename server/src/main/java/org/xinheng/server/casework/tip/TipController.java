package org.xinheng.server.casework.tip;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.desk.Asked;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.page.CaseForms;
import org.xinheng.server.casework.page.CaseLine;
import org.xinheng.server.casework.page.CaseReading;
import org.xinheng.server.casework.page.CaseText;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Anybody tells something and follows it by a code. Whoever they are is not asked, and a sign-in is not looked at. */
@Controller
@OpenToAll
class TipController {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;
    private static final int LONGEST_KEY = 64;

    private final CaseDesk desk;
    private final Subjects subjects;
    private final CaseForms forms;
    private final CaseReading reading;

    TipController(CaseDesk desk, Subjects subjects, CaseForms forms, CaseReading reading) {
        this.desk = desk;
        this.subjects = subjects;
        this.forms = forms;
        this.reading = reading;
    }

    @GetMapping(TipPage.PATH)
    Answer form(HttpServletRequest request) {
        return page(TypedTip.NOTHING, Map.of(), Words.in(Language.of(request)));
    }

    /** Not found where the pack has no kind of case that anybody opens. */
    private Answer page(TypedTip typed, Map<String, String> faults, Words words) {
        return desk.openToAnybody().isEmpty()
                ? ErrorPage.of(HttpStatus.NOT_FOUND)
                : new TipPage(bodies(words), typed, key(typed), faults);
    }

    private Map<String, String> bodies(Words words) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("", words.say(TipText.BODY_CHOOSE));
        desk.around().policy().authorities().forEach(body -> bodies.put(body.id(), words.say(body.name())));
        return bodies;
    }

    private static String key(TypedTip typed) {
        return typed.key().isEmpty() || typed.key().length() > LONGEST_KEY
                ? UUID.randomUUID().toString()
                : typed.key();
    }

    @PostMapping(TipPage.PATH)
    Answer tell(TypedTip typed, HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        CaseKind kind = desk.openToAnybody().orElse(null);
        if (kind == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = forms.check(words);
        Optional<Organisation> about = subjects.organisation(typed.organisation());
        if (about.isEmpty()) {
            check.wrong("organisation", words.say(TipText.PROBLEM_ORGANISATION));
        }
        String body = check.choice("body", typed.body(), bodies(words));
        String said = check.reason("words", typed.words(), SHORTEST, LONGEST);
        check.namesNobody(TipText.PROBLEM_PERSON);
        Authority authority = desk.around().policy().authority(body).orElse(null);
        if (authority == null || check.failed()) {
            return page(typed, check.faults(), words);
        }
        TipCode code = TipCode.of(key(typed), typed);
        Asked asked = new Asked(
                kind.id(),
                new Asked.About(null, about.orElseThrow().id(), authority.code()),
                null,
                "",
                new Asked.Opened(new Said(said, "", null), List.of(), code.number(), null, Set.of(), Map.of()),
                desk.around().today());
        return switch (desk.tell(asked)) {
            case Outcome.Done _, Outcome.AlreadyOpen _ -> new ToldPage(code.text(), words.say(authority.name()));
            case Outcome.Refused(var refusal) -> page(typed, Map.of("words", words.say(CaseText.of(refusal))), words);
            case Outcome.Not not -> page(typed, Map.of("words", CaseText.sentence(not, words)), words);
            case Outcome.Elsewhere(var remedy) -> page(typed, Map.of("words", words.say(remedy)), words);
        };
    }

    @GetMapping(TipProgressPage.PATH)
    TipProgressPage progress() {
        return new TipProgressPage(null, false);
    }

    @PostMapping(TipProgressPage.PATH)
    TipProgressPage progress(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        return TipCode.read(code)
                .flatMap(one -> desk.told(one.number()))
                .filter(CaseFile::toldByAnybody)
                .flatMap(file -> reading.line(file).map(line -> progress(line, words)))
                .map(progress -> new TipProgressPage(progress, false))
                .orElseGet(() -> new TipProgressPage(null, true));
    }

    private TipProgressPage.Progress progress(CaseLine line, Words words) {
        CaseFile file = line.file();
        String body = desk.around()
                .policy()
                .authority(file.opening().authority())
                .map(one -> words.say(one.name()))
                .orElse("");
        LocalDate on = LocalDate.ofInstant(file.steps().getFirst().step().at(), Formats.BEIJING);
        return new TipProgressPage.Progress(
                file.number(),
                on,
                body,
                line.state(),
                file.closed() ? null : line.due(),
                file.closed() ? file.steps().getLast().said().reason() : "");
    }
}
