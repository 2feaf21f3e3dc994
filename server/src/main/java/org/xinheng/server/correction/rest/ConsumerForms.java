package org.xinheng.server.correction.rest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.correction.AddressFault;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.rest.TypedConsumer.Read;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Checks a registration field by field and registers it. */
public final class ConsumerForms {

    private static final Pattern CLIENT = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;

    private final Consumers consumers;
    private final PolicyInForce inForce;

    public ConsumerForms(Consumers consumers, PolicyInForce inForce) {
        this.consumers = consumers;
        this.inForce = inForce;
    }

    public Read register(TypedConsumer typed, String actor, Words words) {
        Policy policy = inForce.policy();
        FormCheck check = new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy.codes())));
        String client = typed.client() == null ? "" : typed.client().strip();
        if (!CLIENT.matcher(client).matches()) {
            check.wrong("client", words.say(CorrectionText.FORM_CLIENT_FAULT));
        }
        String name = check.line("name", typed.name(), LONGEST_NAME);
        List<String> types = typed.types() == null ? List.of() : typed.types();
        for (String type : types) {
            if (!policy.recordTypes().containsKey(type)) {
                check.wrong("types", words.say(CorrectionText.FORM_TYPE_FAULT, type));
            }
        }
        Registration registration = new Registration(
                name,
                types,
                address("webhook", typed.webhook(), check, words),
                address("probe", typed.probe(), check, words));
        if (check.failed()) {
            return new Read.Faulty(check);
        }
        consumers.register(client, registration, actor).forEach((field, fault) -> check.wrong(field, words.say(fault)));
        return check.failed() ? new Read.Faulty(check) : new Read.Registered(registration);
    }

    private static @Nullable String address(String field, @Nullable String typed, FormCheck check, Words words) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String address = typed.strip();
        if (address.length() > LONGEST_ADDRESS) {
            check.wrong(field, words.say(AddressFault.ADDRESS_FORM));
            return null;
        }
        return address;
    }
}
