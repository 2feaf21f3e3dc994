package org.xinheng.server.evaluation.given;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.given.GivenDesk.Outcome;
import org.xinheng.server.web.Words;

/** Grades that were given and that ended, for the programs of those whom the pack names; each reads its own feed only. */
@RestController
@Requires(Permission.TAKE_GRADES)
class GivenApi {

    private final GivenDesk desk;
    private final CurrentActor current;

    GivenApi(GivenDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * @param after cursor of the last answer; 0 for the beginning
     * @param line number of one line to be taken once more, which leaves the cursor where it is
     */
    @GetMapping("/api/v1/evaluations/given")
    ResponseEntity<Outcome.Page> given(
            @RequestParam(defaultValue = Cursor.BEGINNING) String after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long line,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = current.require(Permission.TAKE_GRADES);
        return switch (line == null
                ? desk.handOver(actor, after.strip(), limit, words)
                : desk.handOverAgain(actor, after.strip(), line, words)) {
            case Outcome.Page page ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
            case Outcome.Refused(var why) -> throw why.problem(words);
        };
    }
}
