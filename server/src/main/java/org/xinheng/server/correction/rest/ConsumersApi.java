package org.xinheng.server.correction.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.rest.TypedConsumer.Read;
import org.xinheng.server.web.Words;

/** The credit office registers consumers by program. */
@RestController
@Requires(Permission.DELIVER_FOR_ALL)
class ConsumersApi {

    private final ConsumerForms forms;
    private final CurrentActor current;

    ConsumersApi(ConsumerForms forms, CurrentActor current) {
        this.forms = forms;
        this.current = current;
    }

    record Registered(
            @Nullable String client,
            String name,
            List<String> types,
            @Nullable String webhook,
            @Nullable String probe) {}

    @PostMapping("/api/v1/corrections/consumers")
    Registered register(
            @RequestBody TypedConsumer typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        String actor = current.find().orElseThrow().name();
        return switch (forms.register(typed, actor, Words.accepted(language))) {
            case Read.Faulty(var check) -> throw check.problem();
            case Read.Registered(Registration done) ->
                new Registered(typed.client(), done.name(), done.types(), done.webhook(), done.probe());
        };
    }
}
