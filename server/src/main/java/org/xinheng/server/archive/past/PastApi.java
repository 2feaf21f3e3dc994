package org.xinheng.server.archive.past;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.PastRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.past.PastReading.Asked;
import org.xinheng.server.archive.past.PastRecord.PositionView;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** "What did this office see that day?" — for those who may ask, logged before it is answered. */
@RestController
@Requires(Permission.READ_PAST)
class PastApi {

    private static final int MOST = 200;

    private final PastReading reading;
    private final PastRecords records;
    private final Organisations organisations;
    private final CurrentActor current;
    private final AccessLog log;

    PastApi(
            PastReading reading,
            PastRecords records,
            Organisations organisations,
            CurrentActor current,
            AccessLog log) {
        this.reading = reading;
        this.records = records;
        this.organisations = organisations;
        this.current = current;
        this.log = log;
    }

    @GetMapping("/api/v1/records/{address}/history")
    PastRecord history(
            @PathVariable String address,
            Asked asked,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        PastQuestion question = reading.question(asked, words);
        PastRecord found = reading.read(address, question)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "record.unknown",
                        words.say(PastText.PROBLEM_RECORD),
                        words.say(PastText.PROBLEM_RECORD_ADVICE)));
        log.read(actor(), "record.history", found.organisationId(), question.purpose());
        return found;
    }

    /** @param next address after which the next page begins; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Records(
            String code,
            PositionView knownAt,
            LocalDate asOf,
            List<PastRecord> records,
            @Nullable String next) {}

    @GetMapping("/api/v1/organisations/{code}/records")
    Records records(
            @PathVariable String code,
            Asked asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        PastQuestion question = reading.question(asked, words);
        Organisation organisation = organisations
                .findByCode(code)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "organisation.unknown",
                        words.say(PastText.PROBLEM_ORGANISATION),
                        words.say(PastText.PROBLEM_ORGANISATION_ADVICE)));
        log.read(actor(), "organisation.records", organisation.id(), question.purpose());
        var page = Slice.of(
                Math.clamp(size, 1, MOST), many -> records.of(organisation.id(), question.knownAt(), after, many));
        var shown = page.rows().stream()
                .map(history -> {
                    RecordVersion last = history.versions().getLast();
                    return reading.read(last.organisationId(), last.address(), history, question);
                })
                .toList();
        return new Records(
                organisation.code() == null ? code : organisation.code(),
                PositionView.of(question.knownAt()),
                question.asOf(),
                shown,
                page.more() ? shown.getLast().address() : null);
    }

    private org.xinheng.server.access.Actor actor() {
        return current.require(Permission.READ_PAST);
    }
}
