package org.xinheng.server.publicity.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.QrPicture;
import org.xinheng.server.web.Redirect;

/** The terminal of a service hall. It opens no session; each page says that nobody keeps it. */
@Controller
@OpenToAll
class KioskController {

    private static final int NEWEST = 6;
    private static final String FIND = "find";
    private static final String BACK = "back";
    private static final String CLEAR = "clear";
    private static final String PERSON = "person";

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    KioskController(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    @GetMapping(KioskPage.PATH)
    KioskHomePage home(HttpServletResponse response) {
        keepNothing(response);
        List<RecordType> types = RecordReader.publicTypes(inForce.policy());
        List<Long> counts = records.counts(types.stream().map(RecordType::id).toList(), today());
        List<KioskHomePage.Choice> choices = new ArrayList<>();
        for (int i = 0; i < types.size() && choices.size() < NEWEST; i++) {
            if (counts.get(i) > 0) {
                choices.add(new KioskHomePage.Choice(types.get(i), counts.get(i)));
            }
        }
        return new KioskHomePage(choices);
    }

    /**
     * The pad after one more touch.
     *
     * @param key what was touched: a character, {@code back}, {@code clear} or {@code find}
     */
    @GetMapping(KioskPage.PATH + "/code")
    Answer code(
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        keepNothing(response);
        return ending(touched(typed, key), request, response);
    }

    private Answer touched(String typed, String key) {
        String held = KioskCodePage.after(typed, key.length() == 1 ? key : "");
        if (key.equals(FIND)) {
            return found(held);
        }
        if (key.equals(BACK) && !held.isEmpty()) {
            return new KioskCodePage(held.substring(0, held.length() - 1), null);
        }
        if (key.equals(CLEAR)) {
            return new KioskCodePage("", null);
        }
        return key.equals(PERSON) ? new KioskCodePage("", KioskText.CODE_PERSON) : new KioskCodePage(held, null);
    }

    private Answer found(String typed) {
        var read = CodeReader.of(inForce.policy().codes()).read(typed);
        if (read.has(CodeReason.RESIDENT_ID_NUMBER)) {
            // The number is to stand in no address of the page.
            return new Redirect(KioskPage.PATH + "/code?key=" + PERSON);
        }
        return organisations
                .findByCode(typed)
                .map(Organisation::code)
                .<Answer>map(code -> new Redirect(KioskPage.PATH + "/organisations/" + code))
                .orElseGet(() -> new KioskCodePage(
                        typed, read.verdict() == Verdict.VALID ? KioskText.CODE_UNKNOWN : KioskText.CODE_WRONG));
    }

    @GetMapping(KioskPage.PATH + "/organisations/{code}")
    Answer organisation(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        keepNothing(response);
        Organisation organisation = organisations.findByCode(code).orElse(null);
        if (organisation == null || organisation.code() == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        List<RecordVersion> shown = records.ofOrganisation(organisation.id(), today());
        List<KioskResultPage.Chapter> chapters = RecordReader.publicTypes(inForce.policy()).stream()
                .map(type -> new KioskResultPage.Chapter(
                        type,
                        shown.stream()
                                .filter(record -> record.type().equals(type.id()))
                                .count()))
                .filter(chapter -> chapter.count() > 0)
                .toList();
        RecordReader reader = new RecordReader(inForce.policy());
        String whole =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                        + Language.of(request).address("/organisations/" + organisation.code());
        KioskResultPage result = new KioskResultPage(
                organisation,
                chapters,
                shown.stream()
                        .filter(record -> chapters.stream()
                                .anyMatch(chapter -> chapter.type().id().equals(record.type())))
                        .sorted(Comparator.comparing(RecordVersion::decidedOn).reversed())
                        .limit(NEWEST)
                        .map(reader::read)
                        .toList(),
                QrPicture.of(whole));
        return ending(result, request, response);
    }

    @GetMapping(KioskPage.PATH + "/lists/{type}")
    Answer list(@PathVariable String type, HttpServletRequest request, HttpServletResponse response) {
        keepNothing(response);
        Answer list = RecordReader.publicTypes(inForce.policy()).stream()
                .filter(one -> one.id().equals(type))
                .findFirst()
                .<Answer>map(this::listed)
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
        return ending(list, request, response);
    }

    private KioskListPage listed(RecordType type) {
        List<RecordVersion> newest = records.list(
                        new PublicRecords.Filter(type.id(), null, null, null, null), null, 2 * NEWEST, today())
                .records();
        RecordReader reader = new RecordReader(inForce.policy());
        Map<Long, OrganisationLabel> parties = organisations.labels(
                newest.stream().map(RecordVersion::organisationId).toList());
        return new KioskListPage(
                type,
                newest.stream()
                        .map(record ->
                                new KioskListPage.Line(reader.read(record), parties.get(record.organisationId())))
                        .toList());
    }

    /**
     * Sends the terminal back to its first page when nobody touches it. The order stands in a header: a page that renews itself
     * is a fault to a screen reader (WCAG 2.2.1), and a phone that was led here by its QR code reads another page.
     */
    private static Answer ending(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        if (answer instanceof KioskPage page && page.seconds() > 0) {
            response.setHeader(
                    "Refresh", page.seconds() + "; url=" + Language.of(request).address(KioskPage.PATH));
        }
        return answer;
    }

    private static void keepNothing(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
    }
}
