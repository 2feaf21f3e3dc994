package org.xinheng.server.measure.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.replay.Replay;
import org.xinheng.server.measure.replay.Replay.Difference;
import org.xinheng.server.measure.replay.Replays;
import org.xinheng.server.web.RowId;

/** Works a receipt's answer out again: equal or not, and nothing more but for those who may compare. */
@RestController
class ReplayApi {

    private final Checks checks;
    private final Replays replays;
    private final CurrentActor current;

    ReplayApi(Checks checks, Replays replays, CurrentActor current) {
        this.checks = checks;
        this.replays = replays;
        this.current = current;
    }

    /** @param differences absent for those who may not see them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replayed(
            String receiptId,
            Instant asOf,
            boolean equal,
            @Nullable List<Difference> differences) {}

    /** @param purpose why somebody else than the asker reads it */
    @Requires({Permission.CHECK, Permission.OVERSEE})
    @GetMapping("/api/v1/checks/{id}/replay")
    Replayed replay(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor actor = current.find().orElseThrow();
        Replay replay = RowId.read(id)
                .flatMap(number -> checks.find(number, actor, purpose))
                .map(Receipt::id)
                .flatMap(replays::replay)
                .orElseThrow(() -> Problems.in(language).notFound(actor, purpose));
        return new Replayed(
                Long.toString(replay.receiptId()),
                replay.asOf(),
                replay.equal(),
                actor.may(Permission.COMPARE_RECEIPTS) ? replay.differences() : null);
    }
}
