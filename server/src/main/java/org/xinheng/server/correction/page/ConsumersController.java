package org.xinheng.server.correction.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.hook.HookStore;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.Standing;
import org.xinheng.server.correction.rest.ConsumerForms;
import org.xinheng.server.correction.rest.TypedConsumer;
import org.xinheng.server.correction.rest.TypedConsumer.Read;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The credit office's page of consumers. */
@Controller
@Requires(Permission.OVERSEE)
class ConsumersController {

    private final Register register;
    private final ConsumerForms forms;
    private final Board board;
    private final PolicyInForce inForce;
    private final CurrentActor current;

    ConsumersController(
            Register register, ConsumerForms forms, Board board, PolicyInForce inForce, CurrentActor current) {
        this.register = register;
        this.forms = forms;
        this.board = board;
        this.inForce = inForce;
        this.current = current;
    }

    /** Who is registered, and how its webhook does. */
    record Register(Consumers consumers, ConsumerStore store, HookStore hooks) {}

    @GetMapping(ConsumersPage.PATH)
    Answer list(HttpServletRequest request) {
        return page(ConsumersList.PLAN.ask(request), TypedConsumer.NOTHING, Map.of(), words(request));
    }

    @PostMapping(ConsumersPage.PATH)
    @Requires(Permission.DELIVER_FOR_ALL)
    Answer submit(
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable String webhook,
            @RequestParam(required = false) @Nullable String probe,
            HttpServletRequest request) {
        Words words = words(request);
        TypedConsumer typed = new TypedConsumer(client, name, types, webhook, probe);
        return switch (forms.register(typed, actor().name(), words)) {
            case Read.Faulty(var check) -> page(ConsumersList.PLAN.plain(), typed, check.faults(), words);
            case Read.Registered _ -> new Redirect(ConsumersPage.PATH);
        };
    }

    @PostMapping(ConsumersPage.PATH + "/closing")
    @Requires(Permission.DELIVER_FOR_ALL)
    Redirect close(@RequestParam String client) {
        register.consumers().close(client, actor().name());
        return new Redirect(ConsumersPage.PATH);
    }

    private Answer page(ListAsk ask, TypedConsumer typed, Map<String, String> faults, Words words) {
        Map<String, String> types = new LinkedHashMap<>();
        inForce.policy().recordTypes().values().forEach(type -> types.put(type.id(), words.say(type.title())));
        boolean keeps = actor().may(Permission.DELIVER_FOR_ALL);
        return ConsumersList.PLAN.answer(
                ask,
                board.view().standings().stream()
                        .map(standing -> line(standing, words))
                        .toList(),
                words,
                (list, lines) -> new ConsumersPage(list, lines, types, typed, faults, keeps));
    }

    private ConsumersPage.Line line(Standing standing, Words words) {
        Optional<Registration> registration = register.store()
                .find(standing.consumer())
                .filter(entry -> !entry.closed())
                .map(ConsumerStore.Entry::registration);
        List<String> types = registration.map(Registration::types).orElse(List.of()).stream()
                .map(type -> inForce.policy()
                        .recordType(type)
                        .map(RecordType::title)
                        .map(words::say)
                        .orElse(type))
                .toList();
        return new ConsumersPage.Line(
                standing, registration.orElse(null), types, register.hooks().failures(standing.consumer()));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
