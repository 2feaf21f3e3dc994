package org.xinheng.server.intake.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** The queue of waiting rows for programs: a source its own, who oversees all. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class WaitingApi {

    private static final String ROOT = "/api/v1/queues/waiting";
    private static final int MOST = 200;

    private final RowDesk desk;
    private final CurrentActor current;

    WaitingApi(RowDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param waiting how many wait in all; @param next id after which the next page begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(long waiting, List<RowView> rows, @Nullable String next) {}

    @GetMapping(ROOT)
    Rows list(
            @RequestParam(defaultValue = "WAITING") State state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Actor actor = actor();
        WaitingRows.Page page = desk.list(actor, state, Id.parse(after), Math.clamp(size, 1, MOST));
        return new Rows(
                desk.rows().waiting(desk.seen(actor)),
                page.rows().stream().map(row -> RowView.inList(row, words)).toList(),
                page.next() == null ? null : page.next().toString());
    }

    @GetMapping(ROOT + "/{id}")
    RowView show(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        WaitingRow row = find(id, words);
        return RowView.whole(row, desk.rows().candidates(row), words);
    }

    /** @param organisationId of a candidate; @param code instead of it */
    record Link(
            @Nullable String organisationId,
            @Nullable String code,
            @Nullable String ground) {}

    record Ground(@Nullable String ground) {}

    /** @param outcome {@code linked}, {@code corrected}, {@code stood-already}, {@code unlinked} or {@code returned} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String outcome,
            @Nullable String record,
            @Nullable String position) {}

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(ROOT + "/{id}/link")
    Answer link(
            @PathVariable String id,
            @RequestBody Link link,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        WaitingRow row = settled(id, words);
        FormCheck check = desk.check(words);
        String ground = ground(check, link.ground());
        Optional<Target> target = Targets.read(link.organisationId(), link.code());
        if (target.isEmpty()) {
            check.wrong("organisationId", words.say(WaitingText.TARGET_MISSING));
        }
        refuse(check);
        return answer(desk.rows().link(row.id(), target.orElseThrow(), ground, actor().name()), row, words);
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(ROOT + "/{id}/confirmation")
    Answer confirm(
            @PathVariable String id,
            @RequestBody Ground typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return decided(id, typed, language, desk.rows()::confirmCode);
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(ROOT + "/{id}/unlink")
    Answer unlink(
            @PathVariable String id,
            @RequestBody Ground typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return decided(id, typed, language, desk.rows()::unlink);
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(ROOT + "/{id}/return")
    Answer giveBack(
            @PathVariable String id,
            @RequestBody Ground typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return decided(id, typed, language, desk.rows()::giveBack);
    }

    /** What needs a ground and nothing else. */
    private interface Deciding {
        Decision decide(WaitingRow.Id row, String ground, String actor);
    }

    private Answer decided(String id, Ground typed, @Nullable String language, Deciding deciding) {
        Words words = Words.accepted(language);
        WaitingRow row = settled(id, words);
        return answer(deciding.decide(row.id(), ground(typed, words), actor().name()), row, words);
    }

    private String ground(Ground typed, Words words) {
        FormCheck check = desk.check(words);
        String ground = ground(check, typed.ground());
        refuse(check);
        return ground;
    }

    private static String ground(FormCheck check, @Nullable String typed) {
        return check.reason("ground", typed, RowDesk.SHORTEST_GROUND, RowDesk.LONGEST_GROUND);
    }

    private static void refuse(FormCheck check) {
        if (check.failed()) {
            throw check.problem();
        }
    }

    private WaitingRow find(String id, Words words) {
        return desk.find(actor(), id)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "waiting.unknown",
                        words.say(WaitingText.PROBLEM_ROW),
                        words.say(WaitingText.PROBLEM_ROW_ADVICE)));
    }

    /** A row that the actor may decide about. */
    private WaitingRow settled(String id, Words words) {
        WaitingRow row = find(id, words);
        if (!desk.maySettle(actor(), row)) {
            throw ApiProblem.of(
                    HttpStatus.FORBIDDEN,
                    "waiting.foreign",
                    words.say(WaitingText.PROBLEM_FOREIGN),
                    words.say(WaitingText.PROBLEM_FOREIGN_ADVICE));
        }
        return row;
    }

    private static Answer answer(Decision decision, WaitingRow row, Words words) {
        String id = row.id().toString();
        return switch (decision) {
            case Decision.Linked linked ->
                new Answer(
                        id,
                        linked.correction() ? "corrected" : "linked",
                        linked.address(),
                        Long.toString(linked.position().value()));
            case Decision.StoodAlready(String address) -> new Answer(id, "stood-already", address, null);
            case Decision.Unlinked _ -> new Answer(id, "unlinked", null, null);
            case Decision.Returned _ -> new Answer(id, "returned", null, null);
            case Decision.Refused refused ->
                throw ApiProblem.of(
                                HttpStatus.CONFLICT,
                                "waiting.refused",
                                words.say(WaitingText.PROBLEM_REFUSED),
                                words.say(WaitingText.of(refused.why()), refused.fact()))
                        .with("reason", refused.why());
        };
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
