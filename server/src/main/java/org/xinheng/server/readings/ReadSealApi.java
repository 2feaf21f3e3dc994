package org.xinheng.server.readings;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Readings;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.readings.OwnReadingsController.Seeing;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** A body says, before it reads, that a law keeps its readings of an organisation from that organisation for a time. */
@RestController
@Requires(Permission.CHECK)
class ReadSealApi {

    private static final int LONGEST = 200;

    private final Readings readings;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Seeing seeing;

    ReadSealApi(Readings readings, Organisations organisations, PolicyInForce inForce, Seeing seeing) {
        this.readings = readings;
        this.organisations = organisations;
        this.inForce = inForce;
        this.seeing = seeing;
    }

    /** @param basis law, article and document number that say so; @param visibleFrom as 2026-02-28 */
    record Sent(
            @Nullable String code,
            @Nullable String basis,
            @Nullable String visibleFrom) {}

    record Sealed(String code, LocalDate visibleFrom) {}

    @PostMapping("/api/v1/read-seals")
    @ResponseStatus(HttpStatus.CREATED)
    Sealed seal(
            @RequestBody Sent sent,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = seeing.current().require(Permission.CHECK);
        if (actor.source() == null) {
            throw ApiProblem.of(
                    HttpStatus.FORBIDDEN,
                    "readings.no-body",
                    words.say(ReadingText.SEAL_NO_BODY),
                    words.say(ReadingText.SEAL_NO_BODY_ADVICE));
        }
        var check = new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
        String basis = check.line("basis", sent.basis(), LONGEST);
        String code = check.line("code", sent.code(), LONGEST);
        Optional<Organisation> organisation = organisations.findByCode(code);
        if (organisation.isEmpty()) {
            check.wrong("code", words.say(ReadingText.SEAL_CODE));
        }
        LocalDate from = check.day("visibleFrom", sent.visibleFrom());
        LocalDate today =
                LocalDate.ofInstant(seeing.clock().instant(), seeing.clock().getZone());
        if (from == null || !from.isAfter(today)) {
            check.wrong("visibleFrom", words.say(ReadingText.SEAL_DAY, today.toString()));
        }
        if (check.failed() || from == null) {
            throw check.problem();
        }
        readings.seal(actor, organisation.orElseThrow().id(), basis, from);
        return new Sealed(code, from);
    }
}
