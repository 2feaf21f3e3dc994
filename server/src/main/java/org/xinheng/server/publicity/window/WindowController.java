package org.xinheng.server.publicity.window;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The service window: who presents what is written down before anything is handed over, and the organisation sees it. */
@Controller
@Requires(Permission.QUERY_AT_WINDOW)
class WindowController {

    private static final String READING = "window.sheet";
    private static final int LONGEST_DOCUMENT = 100;

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Counter counter;

    WindowController(
            PublicRecords records,
            Organisations organisations,
            PolicyInForce inForce,
            CurrentActor current,
            AccessLog log,
            Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.counter = new Counter(current, log, clock);
    }

    /** Who stands behind it, and what is written down. */
    private record Counter(CurrentActor current, AccessLog log, Clock clock) {}

    @GetMapping(WindowPage.PATH)
    WindowPage form() {
        return new WindowPage(WindowPage.Typed.NOTHING, java.util.Map.of());
    }

    /** Asked by POST: a sheet is no address that could be kept or opened again without a line in the log. */
    @PostMapping(WindowPage.PATH)
    Answer ask(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String document,
            HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Policy policy = inForce.policy();
        FormCheck check = new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy.codes())));
        Organisation organisation = organisation(code, policy, check, words);
        Ground presented = Ground.find(ground).orElse(null);
        if (presented == null) {
            check.wrong("ground", words.say(WindowText.FAULT_GROUND));
        }
        String number = check.line("document", document, LONGEST_DOCUMENT);
        if (check.failed() || organisation == null || presented == null) {
            return new WindowPage(new WindowPage.Typed(code, ground, document), check.faults());
        }
        Actor actor = counter.current().require(Permission.QUERY_AT_WINDOW);
        counter.log().read(actor, READING, organisation.id(), presented.id() + ":" + number);
        return sheet(organisation, presented, number, policy);
    }

    private @org.jspecify.annotations.Nullable Organisation organisation(
            String code, Policy policy, FormCheck check, Words words) {
        var read = CodeReader.of(policy.codes()).read(code);
        if (read.has(CodeReason.RESIDENT_ID_NUMBER)) {
            check.wrong("code", words.say(WindowText.FAULT_PERSON));
            return null;
        }
        Optional<Organisation> found = code.isBlank() ? Optional.empty() : organisations.findByCode(code);
        if (found.isEmpty()) {
            check.wrong(
                    "code",
                    words.say(read.verdict() == Verdict.VALID ? WindowText.FAULT_UNKNOWN : WindowText.FAULT_CODE));
        }
        return found.orElse(null);
    }

    private WindowSheetPage sheet(Organisation organisation, Ground ground, String document, Policy policy) {
        Instant now = counter.clock().instant();
        List<RecordVersion> shown =
                records.ofOrganisation(organisation.id(), LocalDate.ofInstant(now, Formats.BEIJING));
        RecordReader reader = new RecordReader(policy);
        List<WindowSheetPage.Chapter> chapters = RecordReader.publicTypes(policy).stream()
                .map(type -> new WindowSheetPage.Chapter(
                        type,
                        shown.stream()
                                .filter(record -> record.type().equals(type.id()))
                                .map(reader::read)
                                .toList()))
                .filter(chapter -> !chapter.cards().isEmpty())
                .toList();
        return new WindowSheetPage(organisation, chapters, ground, document, now);
    }
}
