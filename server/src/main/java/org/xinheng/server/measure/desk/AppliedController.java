package org.xinheng.server.measure.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.applied.AppliedMeasure;
import org.xinheng.server.measure.applied.Applying;
import org.xinheng.server.measure.applied.MeasureNotice;
import org.xinheng.server.measure.applied.Statement;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The measures of the own body: what it applies, what became of it, and the form in which it says so. */
@Controller
@Requires({Permission.CHECK, Permission.OVERSEE})
class AppliedController {

    /** Of which the states are looked up and the order is made in memory. */
    private static final int MOST = 5_000;

    private static final int NOTICES = 50;

    private final MeasureDesk desk;
    private final CurrentActor current;

    AppliedController(MeasureDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(AppliedPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        Words words = words(request);
        ListAsk ask = AppliedList.PLAN.ask(request);
        List<AppliedMeasure> found =
                desk.list(actor, ask.export() == null ? "measures.list" : "measures.export", Long.MAX_VALUE, MOST);
        boolean cut = found.size() >= MOST;
        return AppliedList.PLAN.answer(
                ask,
                AppliedLine.of(found, desk, words),
                !cut,
                words,
                (list, lines) -> new AppliedPage(
                        desk.overseeing(actor) ? MeasureText.LIST_LEAD_OFFICE : MeasureText.LIST_LEAD,
                        actor.may(Permission.CHECK) && actor.source() != null,
                        list,
                        lines,
                        cut,
                        MOST));
    }

    @GetMapping(AppliedPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) {
        Words words = words(request);
        return desk.find(current.find().orElseThrow(), id)
                .<Answer>map(measure -> new AppliedFilePage(
                        AppliedLine.of(List.of(measure), desk, words).getFirst(),
                        MeasureText.of(measure.effect()),
                        desk.measure(measure.measure())
                                .map(one -> one.rule().basis().citation())
                                .orElse(""),
                        NoticeLine.of(desk.history(measure), desk, words)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.CHECK)
    @GetMapping(AppliedFormPage.PATH)
    AppliedFormPage form(TypedMeasure typed, HttpServletRequest request) {
        return form(typed, Map.of(), words(request));
    }

    @Requires(Permission.CHECK)
    @PostMapping(AppliedFormPage.PATH)
    Answer apply(TypedMeasure typed, HttpServletRequest request) {
        Actor actor = current.require(Permission.CHECK);
        Words words = words(request);
        FormCheck check = desk.check(words);
        Statement statement = new MeasureReading(check, words).statement(typed);
        if (statement == null) {
            return form(typed.withoutCode(), check.faults(), words);
        }
        try {
            return switch (desk.apply(statement, actor)) {
                case Applying.Applied applied ->
                    new Redirect(AppliedPage.PATH + "/" + applied.measure().id());
                case Applying.Refused(var refusal) ->
                    form(typed.withoutCode(), Map.of("measure", MeasureText.of(refusal, desk.policy(), words)), words);
                case Applying.NoSuchOrganisation() ->
                    form(typed.withoutCode(), Map.of("code", words.say(MeasureText.FAULT_UNKNOWN_ORGANISATION)), words);
            };
        } catch (DataIntegrityViolationException e) {
            return form(typed, Map.of("record", words.say(MeasureText.FAULT_OVERTAKEN)), words);
        }
    }

    private AppliedFormPage form(TypedMeasure typed, Map<String, String> faults, Words words) {
        Actor actor = current.require(Permission.CHECK);
        String source = actor.source();
        Authority body = source == null ? null : desk.policy().authority(source).orElse(null);
        Map<String, String> measures = new LinkedHashMap<>();
        Map<String, String> matters = new LinkedHashMap<>();
        measures.put("", words.say(MeasureText.FORM_CHOOSE));
        matters.put("", words.say(MeasureText.FORM_CHOOSE));
        desk.policy().measures().stream()
                .filter(measure -> body != null && measure.mayBeAppliedBy(body))
                .forEach(measure -> {
                    measures.put(measure.id(), words.say(measure.rule().title()));
                    measure.matters().forEach(matter -> matters.put(matter, desk.matterOf(matter, words)));
                });
        return new AppliedFormPage(measures, matters, typed, faults);
    }

    @GetMapping(NoticesPage.PATH)
    NoticesPage notices(@RequestParam(required = false) @Nullable Long before, HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        List<MeasureNotice> found = desk.notices(actor, false, before == null ? Long.MAX_VALUE : before, NOTICES + 1);
        List<MeasureNotice> shown = found.subList(0, Math.min(NOTICES, found.size()));
        return new NoticesPage(
                NoticeLine.of(shown, desk, words(request)),
                found.size() > NOTICES ? shown.getLast().id() : null,
                actor.source() != null && actor.may(Permission.CHECK));
    }

    @Requires(Permission.CHECK)
    @PostMapping(NoticesPage.PATH + "/{id:\\d{1,18}}/seen")
    Answer see(@PathVariable long id) {
        return desk.see(current.require(Permission.CHECK), id)
                ? new Redirect(NoticesPage.PATH)
                : ErrorPage.of(HttpStatus.NOT_FOUND);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
