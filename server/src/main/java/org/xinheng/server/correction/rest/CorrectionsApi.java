package org.xinheng.server.correction.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.hook.Dispatch;
import org.xinheng.server.correction.notice.DutyStore.Acknowledged;
import org.xinheng.server.correction.notice.FullNotice;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeLog;
import org.xinheng.server.correction.notice.NoticeNumber;
import org.xinheng.server.correction.notice.NoticeReading;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Notices for the programs to which they are addressed: fetched from a cursor, and acknowledged. */
@RestController
@Requires({Permission.TAKE_CORRECTIONS, Permission.CHECK})
class CorrectionsApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final NoticeWriting.Stores stores;
    private final NoticeReading reading;
    private final Dispatch dispatch;
    private final Reader reader;
    private final Clock clock;

    CorrectionsApi(NoticeWriting.Stores stores, NoticeReading reading, Dispatch dispatch, Reader reader, Clock clock) {
        this.stores = stores;
        this.reading = reading;
        this.dispatch = dispatch;
        this.reader = reader;
        this.clock = clock;
    }

    /** Who reads, and the log of it. */
    record Reader(CurrentActor current, NoticeLog log) {}

    /** @param next cursor to ask with the next time, also when there was nothing new */
    record Page(List<FullNotice> notices, String next, boolean more) {}

    record Acknowledgement(String number, Instant acknowledgedAt, LocalDate dueOn, boolean inTime) {}

    /** @param numbers of notices, {@code 2026-17} */
    record Several(@Nullable List<String> numbers) {}

    /** @param acknowledged now; what was acknowledged before or is addressed to others does not count */
    record Counted(int acknowledged) {}

    @GetMapping("/api/v1/corrections")
    Page list(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Integer limit) {
        Actor actor = actor();
        int size = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        Slice<Notice> page = Slice.of(
                size,
                many -> consumer(actor)
                        .map(id -> stores.notices().of(id, after, false, many))
                        .orElse(List.of()));
        reader.log().givenOut(actor, page.rows());
        String next = Long.toString(
                page.rows().isEmpty() ? after : page.rows().getLast().ordinal());
        return new Page(page.rows().stream().map(reading::full).toList(), next, page.more());
    }

    @PostMapping("/api/v1/corrections/{number}/acknowledgement")
    Acknowledgement acknowledge(
            @PathVariable String number,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Acknowledged done = NoticeNumber.parse(number)
                .flatMap(parsed -> consumer(actor())
                        .flatMap(id -> stores.duties().acknowledge(id, parsed, clock.instant(), today())))
                .orElseThrow(() -> unknown(language));
        dispatch.wake();
        return new Acknowledgement(number, done.at(), done.dueOn(), done.inTime());
    }

    @PostMapping("/api/v1/corrections/acknowledgements")
    Counted acknowledgeAll(
            @RequestBody Several several,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        List<String> written = several.numbers() == null ? List.of() : several.numbers();
        List<NoticeNumber> numbers = new ArrayList<>();
        for (String number : written) {
            numbers.add(NoticeNumber.parse(number == null ? "" : number).orElseThrow(() -> unknown(language)));
        }
        if (numbers.isEmpty() || numbers.size() > MOST) {
            Words words = Words.accepted(language);
            throw ApiProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "correction.numbers",
                    words.say(CorrectionText.PROBLEM_NUMBERS),
                    words.say(CorrectionText.PROBLEM_NUMBERS_ADVICE, MOST));
        }
        int acknowledged = consumer(actor())
                .map(id -> stores.duties().acknowledgeAll(id, numbers, clock.instant(), today()))
                .orElse(0);
        dispatch.wake();
        return new Counted(acknowledged);
    }

    private static ApiProblem unknown(@Nullable String language) {
        Words words = Words.accepted(language);
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "correction.unknown",
                words.say(CorrectionText.PROBLEM_UNKNOWN),
                words.say(CorrectionText.PROBLEM_UNKNOWN_ADVICE));
    }

    private Optional<Long> consumer(Actor actor) {
        return actor.kind() == Actor.Kind.CLIENT
                ? stores.consumers().find(actor.name()).map(entry -> entry.id())
                : Optional.empty();
    }

    private Actor actor() {
        return reader.current().find().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
