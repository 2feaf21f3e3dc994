package org.xinheng.server.organisation.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.organisation.CodeQuality.Settled;
import org.xinheng.server.organisation.CodeQuality.Settling;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** The queue of wrong and duplicate codes for programs: a source its own, who oversees all. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class CodesApi {

    private static final int MOST = 200;

    private final CodesDesk desk;
    private final CurrentActor current;

    CodesApi(CodesDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param open how many are open, by what is wrong; @param next id after which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entries(
            Map<CodeFault, Long> open,
            List<EntryView> entries,
            @Nullable String next) {}

    /** @param why what is wrong and what to do, in words */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            String id,
            CodeFault fault,
            String reason,
            String why,
            String rawCode,
            String name,
            @Nullable String known,
            @Nullable String source,
            Instant recordedAt,
            long rowNumber,
            @Nullable Settled settled) {
        static EntryView of(Entry entry, Words words) {
            return new EntryView(
                    Long.toString(entry.id()),
                    entry.fault(),
                    entry.reason(),
                    words.say(CodesText.whyOf(entry.fault())),
                    entry.rawCode(),
                    entry.name(),
                    entry.known(),
                    entry.source(),
                    entry.recordedAt(),
                    entry.rowNumber(),
                    entry.settled());
        }
    }

    @GetMapping("/api/v1/queues/codes")
    Entries list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable CodeFault fault,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = actor();
        var page = desk.list(actor, open, fault, after, Math.clamp(size, 1, MOST));
        return new Entries(
                desk.queue().open(desk.seen(actor)),
                page.entries().stream().map(entry -> EntryView.of(entry, words)).toList(),
                page.next() == null ? null : page.next().toString());
    }

    record Resolution(@Nullable String outcome, @Nullable String reason) {}

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping("/api/v1/queues/codes/{id}/resolution")
    EntryView settle(
            @PathVariable long id,
            @RequestBody Resolution resolution,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Entry entry = desk.find(actor(), id).orElseThrow(() -> unknown(words));
        if (!desk.maySettle(actor(), entry)) {
            throw ApiProblem.of(
                    HttpStatus.FORBIDDEN,
                    "codes.foreign",
                    words.say(CodesText.PROBLEM_FOREIGN),
                    words.say(CodesText.PROBLEM_FOREIGN_ADVICE));
        }
        FormCheck check = desk.check(words);
        CodesDesk.Read read = desk.read(entry, resolution.outcome(), resolution.reason(), check, words);
        if (check.failed() || read.outcome() == null) {
            throw check.problem();
        }
        Settling settling = desk.queue().settle(id, read.outcome(), read.reason(), actor().name());
        if (settling != Settling.DONE) {
            throw ApiProblem.of(
                            HttpStatus.CONFLICT,
                            "codes.refused",
                            words.say(CodesText.PROBLEM_REFUSED),
                            words.say(CodesText.of(settling)))
                    .with("reason", settling);
        }
        return desk.queue()
                .find(id)
                .map(settled -> EntryView.of(settled, words))
                .orElseThrow(() -> unknown(words));
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "codes.unknown",
                words.say(CodesText.PROBLEM_ENTRY),
                words.say(CodesText.PROBLEM_ENTRY_ADVICE));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
