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
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
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

/**
 * A body says, before it reads, that a law keeps its readings of an organisation from that organisation for a time: no longer than the
 * rules of the place allow, and not at all where they say nothing of it.
 */
@RestController
@Requires(Permission.CHECK)
class ReadSealApi {

    private static final int LONGEST = 200;
    /** The period of the rules. */
    private static final String PERIOD = "reading.seal";

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

    /** @param allowedBy what the rule rests on that allows it; @param latest last day that could have been named */
    record Sealed(String code, LocalDate visibleFrom, LocalDate latest, String allowedBy) {}

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
        LocalDate today =
                LocalDate.ofInstant(seeing.clock().instant(), seeing.clock().getZone());
        Policy policy = inForce.policy();
        DeadlineRule longest = Optional.ofNullable(policy.deadlines().get(PERIOD))
                .flatMap(editions -> editions.on(today))
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "readings.no-rule",
                        words.say(ReadingText.SEAL_NO_RULE),
                        words.say(ReadingText.SEAL_NO_RULE_ADVICE)));
        LocalDate latest = DueDate.of(longest, policy.calendar(), today).date();
        String allowedBy = longest.rule().basis().citation();
        var check = new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy.codes())));
        String basis = check.line("basis", sent.basis(), LONGEST);
        String code = check.line("code", sent.code(), LONGEST);
        Optional<Organisation> organisation = organisations.findByCode(code);
        if (organisation.isEmpty()) {
            check.wrong("code", words.say(ReadingText.SEAL_CODE));
        }
        LocalDate from = check.day("visibleFrom", sent.visibleFrom());
        if (from == null || !from.isAfter(today)) {
            check.wrong("visibleFrom", words.say(ReadingText.SEAL_DAY, today.toString()));
        } else if (from.isAfter(latest)) {
            check.wrong("visibleFrom", words.say(ReadingText.SEAL_LONGEST, latest.toString(), allowedBy));
        }
        if (check.failed() || from == null) {
            throw check.problem();
        }
        readings.seal(actor, organisation.orElseThrow().id(), new Readings.Seal(basis, allowedBy, from));
        return new Sealed(code, from, latest, allowedBy);
    }
}
