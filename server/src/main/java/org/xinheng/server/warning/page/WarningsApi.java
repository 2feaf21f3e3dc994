package org.xinheng.server.warning.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.ApiPage;
import org.xinheng.server.web.Words;

/** Warnings for the programs of bodies that subscribed. */
@RestController
@Requires(Permission.INSPECT)
class WarningsApi {

    private static final String WARNINGS = "/api/v1/early-warnings";

    private final WarningDesk desk;
    private final CurrentActor current;

    WarningsApi(WarningDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(WARNINGS)
    ResponseEntity<List<WarningView>> list(
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        ApiPage asked = new ApiPage(page);
        Actor actor = current.require(Permission.INSPECT);
        return asked.answer(
                WARNINGS,
                desk.count(actor),
                desk.newest(actor, asked.offset(), ApiPage.SIZE, Words.accepted(language)));
    }

    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping(WARNINGS + "/{id}/reading")
    void read(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        if (!desk.read(current.require(Permission.INSPECT), id)) {
            Words words = Words.accepted(language);
            throw ApiProblem.of(
                    HttpStatus.NOT_FOUND,
                    "warning.unknown",
                    words.say(WarningText.PROBLEM_UNKNOWN),
                    words.say(WarningText.PROBLEM_UNKNOWN_ADVICE));
        }
    }
}
