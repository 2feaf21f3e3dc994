package org.xinheng.server.measure.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.measure.receipt.VerificationCodes;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;

/** An approving officer asks; the answer has an address of its own, for whoever asked and for nobody else. */
@Controller
@Requires(Permission.CHECK)
class CheckPageController {

    private static final CheckForm NOTHING = new CheckForm(null, null, null, null, null);

    private final Checks checks;
    private final QuestionReader questions;
    private final CurrentActor current;
    private final Clock clock;
    private final VerificationCodes codes;

    CheckPageController(
            Checks checks, QuestionReader questions, CurrentActor current, Clock clock, VerificationCodes codes) {
        this.codes = codes;
        this.checks = checks;
        this.questions = questions;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(CheckPage.PATH)
    Answer form() {
        return page(NOTHING, Map.of());
    }

    @PostMapping(CheckPage.PATH)
    Answer ask(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseNumber,
            HttpServletRequest request) {
        Actor actor = current.require(Permission.CHECK);
        CheckForm typed = new CheckForm(code, matter, purpose, caseNumber, actor.name());
        Language language = Language.of(request);
        return switch (questions.read(typed)) {
            case Reading.Faulty(List<Fault> faults) -> faulty(typed, faults, Words.in(language));
            case Reading.NoSuchMatter() ->
                page(typed, Map.of("matter", Words.in(language).say(CheckPageText.FAULT_MATTER)));
            case Reading.InOrder(var question) -> {
                Receipt receipt = checks.ask(question, actor, language);
                yield new Redirect(CheckPage.PATH + "/" + receipt.id());
            }
        };
    }

    @GetMapping(CheckPage.PATH + "/{id}")
    Answer receipt(@PathVariable String id) {
        Actor actor = current.require(Permission.CHECK);
        return RowId.read(id)
                .flatMap(number -> checks.find(number, actor, ""))
                .<Answer>map(receipt -> ReceiptPage.of(receipt, codes.of(receipt)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private Answer faulty(CheckForm typed, List<Fault> faults, Words words) {
        return page(FormFaults.withoutIdentity(typed, faults), FormFaults.sentences(faults, words));
    }

    private CheckPage page(CheckForm typed, Map<String, String> faults) {
        return new CheckPage(questions.matters(LocalDate.ofInstant(clock.instant(), clock.getZone())), typed, faults);
    }
}
