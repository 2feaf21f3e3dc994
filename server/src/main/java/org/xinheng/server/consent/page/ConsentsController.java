package org.xinheng.server.consent.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.consent.GrantCheck;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentDesk;
import org.xinheng.server.consent.desk.ConsentDesk.Drafting;
import org.xinheng.server.consent.desk.ConsentDesk.Signing;
import org.xinheng.server.consent.desk.ConsentForms;
import org.xinheng.server.consent.desk.ConsentForms.Typed;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The organisation's room: what it granted, who read, a new grant, pause and revocation. */
@Controller
@Requires(Permission.OWN_FILE)
class ConsentsController {

    private static final int SIZE = 50;
    private static final int READS = 200;

    private final ConsentDesk desk;
    private final ConsentForms forms;
    private final CurrentActor current;

    ConsentsController(ConsentDesk desk, ConsentForms forms, CurrentActor current) {
        this.desk = desk;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping(ConsentsPage.OWN)
    ConsentsPage list(@RequestParam(defaultValue = "9223372036854775807") long before) {
        Actor actor = current.require(Permission.OWN_FILE);
        List<Consent> found = desk.list(actor, before, SIZE + 1);
        List<ConsentLine> lines =
                found.stream().limit(SIZE).map(consent -> line(actor, consent)).toList();
        return new ConsentsPage(
                true,
                lines,
                !readers().isEmpty(),
                found.size() > SIZE ? found.get(SIZE - 1).id() : null);
    }

    private ConsentLine line(Actor actor, Consent consent) {
        String name = desk.parties().organisation(actor).map(Organisation::name).orElse("");
        return ConsentLine.of(consent, name, desk.around().rules(), today());
    }

    private LocalDate today() {
        return desk.around().today();
    }

    private List<ConsentRules.Reader> readers() {
        return desk.around().rules().readers().values().stream()
                .filter(reader -> reader.rule().validity().covers(today()))
                .toList();
    }

    @GetMapping(ConsentsPage.OWN + "/new")
    Answer form() {
        return page(Typed.NOTHING, null, false, Map.of());
    }

    private GrantPage page(Typed typed, Drafting.@Nullable Ready ready, boolean changed, Map<String, String> faults) {
        return new GrantPage(desk.around().rules(), readers(), typed, ready, changed, faults);
    }

    /** Shows the text; nothing is granted yet. */
    @PostMapping(ConsentsPage.OWN + "/new")
    Answer review(Typed typed, HttpServletRequest request) {
        Words words = words(request);
        Organisation party = desk.parties()
                .organisation(current.require(Permission.OWN_FILE))
                .orElse(null);
        if (party == null) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = forms.check(words);
        Grant grant = forms.grant(typed, today(), check, words);
        if (check.failed()) {
            return page(typed, null, false, check.faults());
        }
        return switch (desk.draft(party, grant)) {
            case Drafting.Faulty(var faults) -> page(typed, null, false, sentences(faults, words));
            case Drafting.Ready ready -> page(keyed(typed), ready, false, Map.of());
        };
    }

    /** Whoever signs has read the text whose hash comes back with the form. */
    @PostMapping(ConsentsPage.OWN)
    Answer sign(Typed typed, @RequestParam(defaultValue = "") String seen, HttpServletRequest request) {
        Words words = words(request);
        Actor actor = current.require(Permission.OWN_FILE);
        Organisation party = desk.parties().organisation(actor).orElse(null);
        if (party == null) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = forms.check(words);
        Grant grant = forms.grant(typed, today(), check, words);
        String key = forms.line("key", typed.key(), check);
        if (check.failed()) {
            return page(typed, null, false, check.faults());
        }
        return switch (desk.sign(actor, party, grant, seen, key)) {
            case Signing.Signed(long id) -> new Redirect(ConsentsPage.OWN + "/" + id);
            case Signing.OtherText(var now) -> page(keyed(typed), now, true, Map.of());
            case Signing.Faulty(var faults) -> page(typed, null, false, sentences(faults, words));
        };
    }

    private static Typed keyed(Typed typed) {
        return new Typed(
                typed.reader(),
                typed.purpose(),
                typed.data(),
                typed.decidedFrom(),
                typed.decidedTo(),
                typed.reads(),
                typed.last(),
                UUID.randomUUID().toString());
    }

    private static Map<String, String> sentences(Set<GrantCheck.Fault> faults, Words words) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(fault -> sentences.put(field(fault), words.say(ConsentText.of(fault))));
        return sentences;
    }

    private static String field(GrantCheck.Fault fault) {
        return switch (fault) {
            case READER -> "reader";
            case PURPOSE -> "purpose";
            case DATA -> "data";
            case PERIOD -> "decidedTo";
            case FREQUENCY -> "reads";
            case LIFE -> "last";
        };
    }

    @GetMapping(ConsentsPage.OWN + "/{id}")
    Answer show(@PathVariable long id) {
        return shown(current.require(Permission.OWN_FILE), id, Map.of());
    }

    private Answer shown(Actor actor, long id, Map<String, String> faults) {
        return desk.find(actor, id)
                .<Answer>map(consent -> new ConsentPage(
                        true,
                        line(actor, consent),
                        desk.reads(consent, READS),
                        desk.around().rules(),
                        faults,
                        READS))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @PostMapping(ConsentsPage.OWN + "/{id}")
    Answer step(@PathVariable long id, @RequestParam(defaultValue = "") String act, HttpServletRequest request) {
        Actor actor = current.require(Permission.OWN_FILE);
        Standing.Act wanted = null;
        for (Standing.Act known : Standing.Act.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(act)) {
                wanted = known;
            }
        }
        if (wanted == null) {
            return ErrorPage.of(HttpStatus.BAD_REQUEST);
        }
        return desk.step(actor, id, wanted)
                .map(done -> done
                        ? new Redirect(ConsentsPage.OWN + "/" + id)
                        : shown(actor, id, Map.of("acts", words(request).say(ConsentText.STEP_NOT))))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
