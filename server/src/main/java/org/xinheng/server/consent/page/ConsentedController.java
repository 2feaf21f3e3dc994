package org.xinheng.server.consent.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentForms;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.consent.desk.ReaderDesk;
import org.xinheng.server.consent.desk.ReaderDesk.Asked;
import org.xinheng.server.consent.desk.ReaderDesk.Outcome;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The room of an admitted institution: what was granted to it, its own reads, and the next one. */
@Controller
@Requires(Permission.READ_CONSENTED)
class ConsentedController {

    private static final int SIZE = 50;
    private static final int READS = 200;

    private final ReaderDesk desk;
    private final ConsentForms forms;
    private final CurrentActor current;

    ConsentedController(ReaderDesk desk, ConsentForms forms, CurrentActor current) {
        this.desk = desk;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping(ConsentsPage.GRANTED)
    ConsentsPage list(@RequestParam(defaultValue = "9223372036854775807") long before) {
        List<Consent> found = desk.list(current.require(Permission.READ_CONSENTED), before, SIZE + 1);
        return new ConsentsPage(
                false,
                found.stream().limit(SIZE).map(this::line).toList(),
                false,
                found.size() > SIZE ? found.get(SIZE - 1).id() : null);
    }

    private ConsentLine line(Consent consent) {
        String name = desk.party(consent).map(Organisation::name).orElse("");
        return ConsentLine.of(
                consent, name, desk.around().rules(), desk.around().today());
    }

    @GetMapping(ConsentsPage.GRANTED + "/{id}")
    Answer show(@PathVariable long id) {
        return shown(current.require(Permission.READ_CONSENTED), id, Map.of());
    }

    private Answer shown(Actor actor, long id, Map<String, String> faults) {
        return desk.find(actor, id)
                .<Answer>map(consent -> new ConsentPage(
                        false,
                        line(consent),
                        desk.reads(consent, READS),
                        desk.around().rules(),
                        faults,
                        READS))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    /** All that was granted, for the purpose for which it was granted. */
    @PostMapping(ConsentsPage.GRANTED + "/{id}")
    Answer read(@PathVariable long id, @RequestParam(defaultValue = "") String fileNumber, HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.require(Permission.READ_CONSENTED);
        Consent consent = desk.find(actor, id).orElse(null);
        if (consent == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = forms.check(words);
        Asked asked = new Asked(consent.grant().purpose(), Set.of(), forms.line("fileNumber", fileNumber, check));
        if (check.failed()) {
            return shown(actor, id, check.faults());
        }
        return switch (desk.read(actor, id, asked)) {
            case Outcome.Given(var file) -> new FilePage(file);
            case Outcome.Refused(var refusal)
            when refusal == Refusal.OTHER_READER -> ErrorPage.of(HttpStatus.NOT_FOUND);
            case Outcome.Refused(var refusal) ->
                shown(actor, id, Map.of("fileNumber", words.say(ConsentText.of(refusal))));
        };
    }
}
