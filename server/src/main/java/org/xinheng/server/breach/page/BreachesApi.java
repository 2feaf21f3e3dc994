package org.xinheng.server.breach.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Notices of breaches for programs: of the bodies that are told, of the office and of audit. */
@RestController
@Requires(Permission.DELIVER)
class BreachesApi {

    private static final String NOTICES = "/api/v1/breach-notices";
    private static final int MOST = 200;

    private final BreachDesk desk;
    private final CurrentActor current;

    BreachesApi(BreachDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param next id before which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<NoticeView> notices, @Nullable String next) {}

    @GetMapping(NOTICES)
    Page own(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.require(Permission.DELIVER);
        return page(desk.own(actor, state, from(before, words), Math.clamp(size, 1, MOST), words));
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(NOTICES + "/all")
    Page all(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.require(Permission.OVERSEE);
        return page(desk.all(actor, state, from(before, words), Math.clamp(size, 1, MOST), words));
    }

    /** Sent again it gives the same answer, with the day of the first time. */
    @PostMapping(NOTICES + "/{id}/acknowledgement")
    NoticeView acknowledge(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.require(Permission.DELIVER);
        long notice = RowId.read(id).orElseThrow(() -> unknown(words));
        return switch (desk.acknowledge(actor, notice)) {
            case NOW, BEFORE -> desk.find(actor, notice, words).orElseThrow(() -> unknown(words));
            case WITHDRAWN ->
                throw ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "breach.withdrawn",
                        words.say(BreachText.PROBLEM_WITHDRAWN),
                        words.say(BreachText.PROBLEM_WITHDRAWN_ADVICE));
            case UNKNOWN -> throw unknown(words);
        };
    }

    private static Page page(Slice<NoticeView> slice) {
        return new Page(slice.rows(), slice.next(NoticeView::id));
    }

    /** What is no id is not taken for the end of the list. */
    private static long from(@Nullable String before, Words words) {
        return before == null
                ? Long.MAX_VALUE
                : RowId.read(before)
                        .orElseThrow(() -> ApiProblem.of(
                                HttpStatus.BAD_REQUEST,
                                "breach.before",
                                words.say(BreachText.PROBLEM_BEFORE),
                                words.say(BreachText.PROBLEM_BEFORE_ADVICE)));
    }

    private static ApiProblem unknown(Words words) {
        return ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "breach.unknown",
                words.say(BreachText.PROBLEM_UNKNOWN),
                words.say(BreachText.PROBLEM_UNKNOWN_ADVICE));
    }
}
