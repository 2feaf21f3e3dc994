package org.xinheng.server.intake.waiting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Candidate;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.intake.waiting.WaitingPage.Line;
import org.xinheng.server.intake.waiting.WaitingRowPage.Typed;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The queue of waiting rows for clerks: list, one row beside its candidates, and the decisions. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class WaitingController {

    private final RowDesk desk;
    private final Organisations organisations;
    private final CurrentActor current;

    WaitingController(RowDesk desk, Organisations organisations, CurrentActor current) {
        this.desk = desk;
        this.organisations = organisations;
        this.current = current;
    }

    @GetMapping(WaitingPage.PATH)
    Answer list(HttpServletRequest request) {
        Words words = words(request);
        Actor actor = actor();
        Map<String, String> sources = sources(actor, words);
        ListPlan<Line> plan = WaitingList.plan(sources);
        ListAsk ask = plan.ask(request);
        State state =
                ask.typed(WaitingList.STATE).isEmpty() ? State.WAITING : State.valueOf(ask.typed(WaitingList.STATE));
        Policy policy = desk.inForce().policy();
        List<Line> lines = desk.list(actor, state, Optional.empty(), ListPlan.MOST).rows().stream()
                .map(row -> new Line(row, number(row, policy), Reasons.of(row, words)))
                .toList();
        long waiting = desk.rows().waiting(desk.seen(actor));
        return plan.answer(ask, lines, words, (list, shown) -> new WaitingPage(state, list, shown, waiting, sources));
    }

    /** Code → name of the sources whose rows the actor sees. */
    private Map<String, String> sources(Actor actor, Words words) {
        SourceScope scope = desk.seen(actor);
        Map<String, String> sources = new LinkedHashMap<>();
        for (Authority authority : desk.inForce().policy().authorities()) {
            if (scope.all() || scope.covers(authority.code())) {
                sources.put(authority.code(), words.say(authority.name()));
            }
        }
        return sources;
    }

    private static @Nullable String number(WaitingRow row, Policy policy) {
        return policy.recordType(row.type())
                .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(field -> row.values().get(field.name()))
                .orElse(null);
    }

    @GetMapping(WaitingPage.PATH + "/{id}")
    Answer show(@PathVariable String id, HttpServletRequest request) {
        return desk.find(actor(), id)
                .<Answer>map(row -> page(row, Typed.NOTHING, Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(WaitingPage.PATH + "/{id}/link")
    Answer link(@PathVariable String id, Typed typed, HttpServletRequest request) {
        return settle(id, typed, request, (row, check) -> {
            String ground = ground(check, "ground", typed.ground());
            Optional<Target> target = Targets.read(typed.organisationId(), typed.code());
            if (target.isEmpty()) {
                check.wrong("organisationId", words(request).say(WaitingText.TARGET_MISSING));
            }
            return check.failed() ? null : desk.rows().link(row.id(), target.orElseThrow(), ground, actor().name());
        });
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(WaitingPage.PATH + "/{id}/confirmation")
    Answer confirm(@PathVariable String id, Typed typed, HttpServletRequest request) {
        return settle(id, typed, request, (row, check) -> {
            String ground = ground(check, "confirmation", typed.confirmation());
            return check.failed() ? null : desk.rows().confirmCode(row.id(), ground, actor().name());
        });
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(WaitingPage.PATH + "/{id}/unlink")
    Answer unlink(@PathVariable String id, Typed typed, HttpServletRequest request) {
        return settle(id, typed, request, (row, check) -> {
            String ground = ground(check, "ground", typed.ground());
            return check.failed() ? null : desk.rows().unlink(row.id(), ground, actor().name());
        });
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
    @PostMapping(WaitingPage.PATH + "/{id}/return")
    Answer giveBack(@PathVariable String id, Typed typed, HttpServletRequest request) {
        return settle(id, typed, request, (row, check) -> {
            String reason = ground(check, "reason", typed.reason());
            return check.failed() ? null : desk.rows().giveBack(row.id(), reason, actor().name());
        });
    }

    /** @param decide null when the check failed */
    private Answer settle(
            String id,
            Typed typed,
            HttpServletRequest request,
            BiFunction<WaitingRow, FormCheck, @Nullable Decision> decide) {
        Words words = words(request);
        WaitingRow row = desk.find(actor(), id).orElse(null);
        if (row == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        if (!desk.maySettle(actor(), row)) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = desk.check(words);
        Decision decision = decide.apply(row, check);
        if (decision instanceof Decision.Refused refused) {
            check.wrong("row", words.say(WaitingText.of(refused.why()), refused.fact()));
        }
        return check.failed()
                ? page(desk.rows().find(row.id()).orElse(row), typed, check.faults(), words)
                : new Redirect(WaitingPage.PATH + "/" + row.id());
    }

    private static String ground(FormCheck check, String field, @Nullable String typed) {
        return check.reason(field, typed, RowDesk.SHORTEST_GROUND, RowDesk.LONGEST_GROUND);
    }

    private WaitingRowPage page(WaitingRow row, Typed typed, Map<String, String> faults, Words words) {
        Long concerned = row.settlement() == null ? null : row.settlement().organisationId();
        List<Candidate> candidates = row.state() == State.WAITING ? desk.rows().candidates(row) : List.of();
        return new WaitingRowPage(
                row,
                Reasons.of(row, words),
                values(row),
                candidates,
                divisions(candidates),
                concerned == null
                        ? null
                        : organisations.labels(List.of(concerned)).get(concerned),
                desk.maySettle(actor(), row),
                typed,
                faults);
    }

    private List<WaitingRowPage.Value> values(WaitingRow row) {
        RecordType type = desk.inForce().policy().recordType(row.type()).orElse(null);
        List<WaitingRowPage.Value> values = new ArrayList<>();
        if (type != null) {
            for (Field field : type.fields()) {
                String value = row.values().get(field.name());
                if (value != null) {
                    values.add(new WaitingRowPage.Value(field.title(), value));
                }
            }
        }
        return values;
    }

    private Map<String, Title> divisions(List<Candidate> candidates) {
        Map<String, Title> named = new HashMap<>();
        for (Candidate candidate : candidates) {
            String code = candidate.organisation().jurisdiction();
            if (code != null) {
                named.put(code, desk.inForce().policy().division(code));
            }
        }
        return named;
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
