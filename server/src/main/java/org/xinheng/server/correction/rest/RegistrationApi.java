package org.xinheng.server.correction.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.rest.TypedConsumer.Read;
import org.xinheng.server.web.Words;

/** A program registers itself, and says which public records it took over. */
@RestController
@Requires({Permission.TAKE_CORRECTIONS, Permission.CHECK})
class RegistrationApi {

    private static final int MOST = 1_000;

    private final ConsumerForms forms;
    private final ConsumerStore consumers;
    private final PublicRecords records;
    private final CurrentActor current;
    private final Clock clock;

    RegistrationApi(
            ConsumerForms forms, ConsumerStore consumers, PublicRecords records, CurrentActor current, Clock clock) {
        this.forms = forms;
        this.consumers = consumers;
        this.records = records;
        this.current = current;
        this.clock = clock;
    }

    record Registered(
            String client,
            String name,
            List<String> types,
            @Nullable String webhook,
            @Nullable String probe) {}

    /** @param records addresses of public records */
    record Holding(@Nullable List<String> records) {}

    /** @param held declared and public now; @param refused not public now: whoever had them was told otherwise */
    record Declared(int held, List<String> refused) {}

    /** Types are given by the credit office: a program does not say of itself that it received what it did not. */
    @PostMapping("/api/v1/corrections/registration")
    Registered register(
            @RequestBody TypedConsumer typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        String client = client();
        List<String> types = consumers
                .find(client)
                .filter(entry -> !entry.closed())
                .map(entry -> entry.registration().types())
                .orElse(List.of());
        Read read = forms.register(typed.of(client, types), client, Words.accepted(language));
        return switch (read) {
            case Read.Faulty(var check) -> throw check.problem();
            case Read.Registered(Registration done) ->
                new Registered(client, done.name(), done.types(), done.webhook(), done.probe());
        };
    }

    @PostMapping("/api/v1/corrections/holdings")
    Declared declare(
            @RequestBody Holding holding,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        long consumer = consumers
                .find(client())
                .filter(entry -> !entry.closed())
                .map(ConsumerStore.Entry::id)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "correction.unregistered",
                        words.say(CorrectionText.PROBLEM_UNREGISTERED),
                        words.say(CorrectionText.PROBLEM_UNREGISTERED_ADVICE)));
        List<String> named = holding.records() == null ? List.of() : holding.records();
        if (named.isEmpty() || named.size() > MOST) {
            throw ApiProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "correction.numbers",
                    words.say(CorrectionText.PROBLEM_NUMBERS),
                    words.say(CorrectionText.PROBLEM_NUMBERS_ADVICE, MOST));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Set<String> held = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        for (String address : named) {
            if (address != null && records.find(address, today) instanceof Sight.Visible) {
                held.add(address);
            } else {
                refused.add(String.valueOf(address));
            }
        }
        consumers.hold(consumer, held, clock.instant());
        return new Declared(held.size(), refused);
    }

    /** A clerk is told of records on pages and keeps no copies of them. */
    private String client() {
        Actor actor = current.find().orElseThrow();
        if (actor.kind() != Actor.Kind.CLIENT) {
            throw new org.springframework.security.access.AccessDeniedException("only programs keep copies");
        }
        return actor.name();
    }
}
