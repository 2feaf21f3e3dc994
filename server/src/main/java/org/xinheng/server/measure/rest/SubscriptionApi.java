package org.xinheng.server.measure.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.SubscribedChanges;
import org.xinheng.server.measure.answer.AskedCode;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.CodeReading;
import org.xinheng.server.measure.question.Frame;
import org.xinheng.server.measure.question.FrameReading;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.measure.subscription.Subscription;
import org.xinheng.server.measure.subscription.Subscriptions;
import org.xinheng.server.measure.subscription.Subscriptions.Registered;
import org.xinheng.server.web.RowId;

/** A program watches a list of codes in one matter, and is told when it should ask again. */
@RestController
@Requires(Permission.CHECK)
class SubscriptionApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    /** So many faults are named: a list with more is the wrong list. */
    private static final int NAMED = 100;

    private final Subscriptions subscriptions;
    private final QuestionReader questions;
    private final CurrentActor current;

    SubscriptionApi(Subscriptions subscriptions, QuestionReader questions, CurrentActor current) {
        this.subscriptions = subscriptions;
        this.questions = questions;
        this.current = current;
    }

    /** As it came; every part may be missing or nonsense. */
    record Sent(
            @Nullable String name,
            @Nullable String matter,
            @Nullable String purpose,
            @Nullable String caseNumber,
            @Nullable String operator,
            @Nullable String until,
            @Nullable List<@Nullable String> codes) {}

    enum State {
        OPEN,
        ENDED,
        OVER
    }

    record View(
            String id,
            String name,
            String matter,
            String purpose,
            String caseNumber,
            String operator,
            int codes,
            Instant registeredAt,
            LocalDate until,
            State state) {}

    record Views(List<View> subscriptions) {}

    /** @param action always {@code ask-again}: what changed is in the answer to that */
    record Told(
            String cursor,
            String subscription,
            String name,
            String matter,
            String code,
            Instant seenAt,
            String action) {

        static Told of(SubscribedChanges.Change change) {
            return new Told(
                    Long.toString(change.cursor()),
                    Long.toString(change.subscription()),
                    change.name(),
                    change.matter(),
                    change.code(),
                    change.seenAt(),
                    SubscribedChanges.ASK_AGAIN);
        }
    }

    /** @param next cursor to ask with the next time, also when there was nothing new */
    record Page(List<Told> changes, String next, boolean more) {}

    @PostMapping("/api/v1/check-subscriptions")
    View register(
            @RequestBody Sent sent,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Problems problems = Problems.in(language);
        Actor client = client();
        List<Fault> faults = new ArrayList<>();
        String name = questions.readLine("name", sent.name(), faults);
        LocalDate until = until(sent.until(), faults);
        List<CodeFinding> codes = codes(sent.codes() == null ? List.of() : sent.codes(), faults);
        var form = new CheckForm(null, sent.matter(), sent.purpose(), sent.caseNumber(), sent.operator());
        Frame frame = switch (questions.readFrame(form)) {
            case FrameReading.Faulty(List<Fault> more) -> {
                faults.addAll(more);
                throw problems.faults(faults);
            }
            case FrameReading.NoSuchMatter() -> throw faults.isEmpty() ? problems.noMatter() : problems.faults(faults);
            case FrameReading.InOrder(Frame inOrder) -> inOrder;
        };
        if (!faults.isEmpty()) {
            throw problems.faults(faults);
        }
        var why = new Subscription.Frame(frame.matter().id(), frame.purpose(), frame.caseNumber(), frame.operator());
        return switch (subscriptions.register(new Subscriptions.Order(name, why, codes, until), client)) {
            case Registered.Open(Subscription opened) -> view(opened);
            case Registered.NameTaken(long id) -> throw problems.nameTaken(id);
            case Registered.TooMany(int most) -> throw problems.tooManyLists(most);
        };
    }

    private LocalDate until(@Nullable String sent, List<Fault> faults) {
        LocalDate today = subscriptions.today();
        LocalDate last = today.plusDays(subscriptions.settings().days());
        if (sent == null || sent.isBlank()) {
            return last;
        }
        try {
            LocalDate day = LocalDate.parse(sent.strip());
            if (!day.isBefore(today) && !day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // The same fault as a day out of bounds.
        }
        faults.add(new Fault("until", CheckText.FAULT_DAY, today, last));
        return last;
    }

    /** Each once; what is faulty is named by its place in the list and not said again. */
    private List<CodeFinding> codes(List<@Nullable String> sent, List<Fault> faults) {
        int most = subscriptions.settings().codes();
        if (sent.isEmpty() || sent.size() > most) {
            faults.add(
                    sent.isEmpty()
                            ? new Fault("codes", CheckText.FAULT_MISSING)
                            : new Fault("codes", CheckText.FAULT_CODES_MANY, most));
            return List.of();
        }
        Map<String, CodeFinding> codes = new LinkedHashMap<>();
        for (int i = 0; i < sent.size() && faults.size() < NAMED; i++) {
            CodeReading reading = questions.readCode(sent.get(i));
            String field = "codes[" + i + "]";
            reading.faults().forEach(fault -> faults.add(new Fault(field, fault.text(), fault.facts())));
            // What may be a mistyped identity number is not kept.
            if (reading.faults().isEmpty()
                    && !AskedCode.of(reading.finding(), false)
                            .equals(reading.finding().normalised())) {
                faults.add(new Fault(field, CheckText.FAULT_CODE));
            }
            codes.put(reading.finding().normalised(), reading.finding());
        }
        return List.copyOf(codes.values());
    }

    @GetMapping("/api/v1/check-subscriptions")
    Views list() {
        return new Views(subscriptions.list(client()).stream().map(this::view).toList());
    }

    @GetMapping("/api/v1/check-subscriptions/{id}")
    View show(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor client = client();
        return RowId.read(id)
                .flatMap(number -> subscriptions.find(number, client))
                .map(this::view)
                .orElseThrow(() -> Problems.in(language).noSubscription());
    }

    @PostMapping("/api/v1/check-subscriptions/{id}/end")
    View end(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Actor client = client();
        return RowId.read(id)
                .flatMap(number -> subscriptions.end(number, client))
                .map(this::view)
                .orElseThrow(() -> Problems.in(language).noSubscription());
    }

    /** Changes of all lists of the client. */
    @GetMapping("/api/v1/check-subscriptions/changes")
    Page changes(
            @RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Integer limit) {
        int size = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        String client = client().name();
        List<SubscribedChanges.Change> page = subscriptions.givenOut(client, after, size);
        long next = page.isEmpty() ? after : page.getLast().cursor();
        boolean more = subscriptions.last().getOrDefault(client, 0L) > next;
        return new Page(page.stream().map(Told::of).toList(), Long.toString(next), more);
    }

    private View view(Subscription subscription) {
        Subscription.Frame frame = subscription.frame();
        State state = subscription.endedAt() != null
                ? State.ENDED
                : subscription.open(subscriptions.today()) ? State.OPEN : State.OVER;
        return new View(
                Long.toString(subscription.id()),
                subscription.name(),
                frame.matter(),
                frame.purpose(),
                frame.caseNumber(),
                frame.operator(),
                subscription.codes(),
                subscription.registeredAt(),
                subscription.until(),
                state);
    }

    /** A clerk asks when there is something to decide, and watches nobody. */
    private Actor client() {
        Actor actor = current.require(Permission.CHECK);
        if (actor.kind() != Actor.Kind.CLIENT) {
            throw new AccessDeniedException("only programs watch lists");
        }
        return actor;
    }
}
