package org.xinheng.server.archive.impact;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.policy.PackShelf;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** "Which records, windows and deadlines would move under that pack?" — before anybody switches it on. */
@RestController
@Requires(Permission.OVERSEE)
class ImpactApi {

    private final PolicyInForce inForce;
    private final PackShelf shelf;
    private final RecordsImpact records;
    private final Doors doors;
    private final Clock clock;

    ImpactApi(PolicyInForce inForce, PackShelf shelf, RecordsImpact records, Doors doors, Clock clock) {
        this.inForce = inForce;
        this.shelf = shelf;
        this.records = records;
        this.doors = doors;
        this.clock = clock;
    }

    /** Who asks, and where that is written down. */
    @Component
    record Doors(CurrentActor current, AccessLog log) {}

    /** @param position of the archive at which the records were read */
    record Impact(
            String before,
            String after,
            LocalDate on,
            long position,
            List<PolicyImpact.TypeImpact> records,
            List<PolicyImpact.ClockImpact> deadlines) {}

    @GetMapping("/api/v1/policy/impact")
    Impact impact(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam String pack,
            @RequestParam(required = false) @Nullable String on,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language)
            throws IOException {
        Words words = Words.accepted(language);
        LocalDate day = day(on, words);
        Policy before = from == null ? inForce.policy() : load(from, words);
        Policy after = load(pack, words);
        doors.log().read(doors.current().require(Permission.OVERSEE), "policy.impact", null, pack);
        RecordsImpact.Read read = records.read(before, after, day);
        return new Impact(
                before.version(),
                after.version(),
                day,
                read.position(),
                read.impact().types(),
                read.impact().clocks());
    }

    private Policy load(String pack, Words words) throws IOException {
        return switch (shelf.read(pack)) {
            case PackLoading.Loaded(Policy policy) -> policy;
            case PackLoading.Faulty(var faults) ->
                throw ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "policy.pack",
                        words.say(ImpactText.PROBLEM_PACK),
                        faults.stream()
                                .map(fault -> fault.sentence(words.language().locale()))
                                .collect(Collectors.joining("\n")));
        };
    }

    private LocalDate day(@Nullable String on, Words words) {
        try {
            return on == null ? LocalDate.ofInstant(clock.instant(), Formats.BEIJING) : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw ApiProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "policy.day",
                    words.say(ImpactText.PROBLEM_DAY),
                    words.say(ImpactText.PROBLEM_DAY_ADVICE));
        }
    }
}
