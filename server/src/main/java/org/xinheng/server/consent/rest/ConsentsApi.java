package org.xinheng.server.consent.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentForms;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.consent.desk.ReaderDesk;
import org.xinheng.server.consent.desk.ReaderDesk.Asked;
import org.xinheng.server.consent.desk.ReaderDesk.Outcome;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** What organisations granted to the institution of a client, and reads under it. */
@RestController
@Requires(Permission.READ_CONSENTED)
class ConsentsApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final ReaderDesk desk;
    private final ConsentForms forms;
    private final CurrentActor current;

    ConsentsApi(ReaderDesk desk, ConsentForms forms, CurrentActor current) {
        this.desk = desk;
        this.forms = forms;
        this.current = current;
    }

    /** @param next id to ask {@code before} for the page that follows; null on the last one */
    record Page(List<Line> consents, @Nullable String next) {}

    /** @param state active, paused or revoked; @param usable whether a read is possible today */
    record Line(
            String id,
            @Nullable String organisationCode,
            @Nullable String organisationName,
            String purpose,
            List<String> data,
            LocalDate decidedFrom,
            @Nullable LocalDate decidedTo,
            int reads,
            String per,
            LocalDate first,
            @Nullable LocalDate last,
            String state,
            boolean usable,
            Instant signedAt,
            String sha256,
            String file) {}

    @GetMapping("/api/v1/consents")
    Page list(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Integer size) {
        Actor reader = current.find().orElseThrow();
        var page = Slice.of(
                Math.clamp(size == null ? USUAL : size, 1, MOST),
                many -> desk.list(reader, Slice.before(before), many));
        List<Line> lines = page.rows().stream().map(this::line).toList();
        return new Page(lines, page.more() ? lines.getLast().id() : null);
    }

    private Line line(Consent consent) {
        var grant = consent.grant();
        var party = desk.party(consent);
        return new Line(
                Long.toString(consent.id()),
                party.map(one -> one.code()).orElse(null),
                party.map(one -> one.name()).orElse(null),
                grant.purpose(),
                grant.data().stream().sorted().toList(),
                grant.decided().first(),
                grant.decided().last(),
                grant.frequency().reads(),
                written(grant.frequency().per()),
                grant.life().first(),
                grant.life().last(),
                written(consent.standing()),
                consent.standsOn(desk.around().today()),
                consent.signedAt(),
                consent.sha256(),
                "/api/v1/consents/" + consent.id() + "/file");
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param purpose id of the purpose
     * @param data ids of categories, parted by commas; all that were granted when it is left out
     * @param fileNumber of the reader's own file
     */
    @GetMapping("/api/v1/consents/{id}/file")
    ResponseEntity<FileJson> file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") Set<String> data,
            @RequestParam(defaultValue = "") String fileNumber,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = forms.check(words);
        Asked asked =
                new Asked(forms.line("purpose", purpose, check), data, forms.line("fileNumber", fileNumber, check));
        if (check.failed()) {
            throw check.problem();
        }
        long number = RowId.read(id).orElseThrow(() -> problem(Refusal.OTHER_READER, words));
        return switch (desk.read(current.find().orElseThrow(), number, asked)) {
            case Outcome.Given(var file) ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(FileJson.of(file, words));
            case Outcome.Refused(var refusal) -> throw problem(refusal, words);
        };
    }

    private static ApiProblem problem(Refusal refusal, Words words) {
        return refusal == Refusal.OTHER_READER
                ? ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "consent.unknown",
                        words.say(ConsentText.UNKNOWN),
                        words.say(ConsentText.UNKNOWN_ADVICE))
                : ApiProblem.of(
                        refusal == Refusal.TOO_OFTEN ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN,
                        "consent." + written(refusal).replace('_', '-'),
                        words.say(ConsentText.REFUSED_TITLE),
                        words.say(ConsentText.of(refusal)));
    }
}
