package org.xinheng.server.correction.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.web.FormCheck;

/** A registration as somebody typed or sent it; nothing of it is checked yet. */
public record TypedConsumer(
        @Nullable String client,
        @Nullable String name,
        @Nullable List<String> types,
        @Nullable String webhook,
        @Nullable String probe) {

    public static final TypedConsumer NOTHING = new TypedConsumer(null, null, null, null, null);

    /** The same with what the sender cannot say of itself. */
    TypedConsumer of(String client, List<String> types) {
        return new TypedConsumer(client, name, types, webhook, probe);
    }

    /** For a field that is shown again. */
    public static String again(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public boolean names(String type) {
        return types != null && types.contains(type);
    }

    /** What became of it. */
    public sealed interface Read {
        record Faulty(FormCheck check) implements Read {}

        record Registered(Registration registration) implements Read {}
    }
}
