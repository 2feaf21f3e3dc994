package org.xinheng.server.voluntary.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.core.policy.VoluntaryKind;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.voluntary.VoluntaryFact.Content;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** An organisation files facts about itself and takes them back; the body that the pack names verifies or refuses them. */
@Controller
@Requires({Permission.OWN_FILE, Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class VoluntaryController {

    private static final String ONE = FactPage.LIST + "/{id:\\d{1,18}}";
    private static final int SHORTEST_REASONS = 2;
    private static final int LONGEST_REASONS = 500;
    private static final int MOST_ATTACHMENTS = 5;

    private final VoluntaryDesk desk;
    private final FactLists lists;
    private final Attachments attachments;
    private final CurrentActor current;

    VoluntaryController(VoluntaryDesk desk, FactLists lists, Attachments attachments, CurrentActor current) {
        this.desk = desk;
        this.lists = lists;
        this.attachments = attachments;
        this.current = current;
    }

    @GetMapping(FactPage.LIST)
    Answer list(HttpServletRequest request) {
        Actor actor = actor();
        Words words = words(request);
        ListAsk ask = VoluntaryList.ask(request);
        return lists.answer(actor, ask, words, page -> table(page, actor.may(Permission.OWN_FILE), words));
    }

    private static TablePage table(FactLists.Page page, boolean own, Words words) {
        return TablePage.of(
                new TablePage.Said(
                        own ? VoluntaryText.LEAD_OWN : VoluntaryText.LEAD,
                        VoluntaryText.NONE,
                        own ? VoluntaryText.NONE_HINT_OWN : VoluntaryText.NONE_HINT,
                        FactPage.LIST,
                        own
                                ? List.of(new TablePage.Link(FactFormPage.PATH, VoluntaryText.FORM_TITLE, false))
                                : List.of()),
                VoluntaryText.TITLE,
                VoluntaryList.TABLE,
                page.list(),
                page.lines(),
                page.lines().isEmpty() && !page.list().narrowed(),
                words);
    }

    @Requires(Permission.OWN_FILE)
    @GetMapping(FactFormPage.PATH)
    Answer form(HttpServletRequest request) {
        Words words = words(request);
        return form(TypedFact.NOTHING, desk.check(words), words);
    }

    private FactFormPage form(TypedFact typed, FormCheck check, Words words) {
        return new FactFormPage(
                FactReading.key(typed.key()), new FactReading(check, desk, words).kinds(), typed, check.faults());
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(FactFormPage.PATH)
    Answer file(TypedFact typed, HttpServletRequest request) {
        Actor actor = current.require(Permission.OWN_FILE);
        Words words = words(request);
        Organisation own = desk.own(actor).orElse(null);
        if (own == null) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = desk.check(words);
        Content content = new FactReading(check, desk, words).read(typed).orElse(null);
        if (content == null) {
            return form(typed, check, words);
        }
        return desk.facts()
                .file(
                        FactReading.key(typed.key()),
                        own.id(),
                        content,
                        Words.in(Language.CHINESE).say(VoluntaryText.FORM_TRUTH),
                        actor.name(),
                        desk.now())
                .<Answer>map(id -> new Redirect(FactPage.LIST + "/" + id))
                .orElseGet(() -> ErrorPage.of(HttpStatus.CONFLICT));
    }

    @GetMapping(ONE)
    Answer show(@PathVariable long id, HttpServletRequest request) {
        Actor actor = actor();
        return desk.find(actor, id)
                .<Answer>map(fact -> page(actor, fact, "", Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private FactPage page(Actor actor, VoluntaryFact fact, String reasons, Map<String, String> faults, Words words) {
        var label = desk.organisations().labels(List.of(fact.organisation())).get(fact.organisation());
        return new FactPage(
                fact,
                desk.titleOf(fact.content().kind(), words),
                label == null ? "" : label.name(),
                desk.body(desk.bodyOf(fact)),
                attachments.ofCase(fact.reference()),
                new FactPage.May(desk.mayDecide(actor, fact), desk.mayWithdraw(actor, fact)),
                reasons,
                faults);
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(ONE + "/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reasons,
            HttpServletRequest request) {
        Actor actor = actor();
        Words words = words(request);
        VoluntaryFact fact = desk.find(actor, id).orElse(null);
        if (fact == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = desk.check(words);
        String chosen = check.choice(
                "outcome",
                outcome,
                Map.of(
                        "verified", words.say(VoluntaryText.STAGE_VERIFIED),
                        "refused", words.say(VoluntaryText.STAGE_REFUSED)));
        String read = check.reason("reasons", reasons, SHORTEST_REASONS, LONGEST_REASONS);
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        if (!desk.mayDecide(actor, fact)) {
            check.wrong("outcome", words.say(VoluntaryText.FAULT_DECIDED));
        }
        if (!check.failed()) {
            String body = desk.kind(fact.content().kind())
                    .map(VoluntaryKind::verifier)
                    .orElse(null);
            if (desk.facts().decide(id, chosen.equals("verified"), read, body, actor.name(), desk.now())) {
                return new Redirect(FactPage.LIST + "/" + id);
            }
            check.wrong("outcome", words.say(VoluntaryText.FAULT_DECIDED));
        }
        return page(actor, fact, reasons, check.faults(), words);
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(ONE + "/withdrawal")
    Answer withdraw(@PathVariable long id) {
        Actor actor = current.require(Permission.OWN_FILE);
        if (desk.find(actor, id).isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        desk.facts().withdraw(id, actor.name(), desk.now());
        return new Redirect(FactPage.LIST + "/" + id);
    }

    @Requires(Permission.OWN_FILE)
    @PostMapping(ONE + "/attachments")
    Answer handIn(@PathVariable long id, HttpServletRequest request) throws IOException {
        Actor actor = current.require(Permission.OWN_FILE);
        Words words = words(request);
        Optional<VoluntaryFact> found =
                desk.find(actor, id).filter(fact -> fact.stage() == VoluntaryFact.Stage.DECLARED);
        if (found.isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        VoluntaryFact fact = found.get();
        Optional<Upload> upload = Upload.of(request);
        if (upload.isEmpty() || upload.get().name().isEmpty()) {
            return page(actor, fact, "", Map.of("file", words.say(VoluntaryText.FAULT_FILE)), words);
        }
        if (attachments.ofCase(fact.reference()).size() >= MOST_ATTACHMENTS) {
            return page(actor, fact, "", Map.of("file", words.say(VoluntaryText.FAULT_FILES, MOST_ATTACHMENTS)), words);
        }
        return switch (attachments.keep(
                upload.get().name(), fact.reference(), actor, upload.get().file())) {
            case Attachments.Outcome.Kept _ -> new Redirect(FactPage.LIST + "/" + id);
            case Attachments.Outcome.Refused(var fault, long limit) ->
                page(actor, fact, "", Map.of("file", words.say(fault, limit)), words);
        };
    }

    @GetMapping(ONE + "/attachments/{attachment:\\d{1,18}}")
    ResponseEntity<Resource> download(@PathVariable long id, @PathVariable long attachment) throws IOException {
        Actor actor = actor();
        VoluntaryFact fact = desk.find(actor, id)
                .filter(found -> attachments
                        .find(attachment)
                        .filter(kept -> kept.reference().equals(found.reference()))
                        .isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return attachments
                .download(attachment, actor, fact.organisation(), fact.reference())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
