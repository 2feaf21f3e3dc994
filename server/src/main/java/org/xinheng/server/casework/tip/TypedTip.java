package org.xinheng.server.casework.tip;

import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param organisation code of the organisation it is about
 * @param body id of the body that it is for
 * @param words what happened
 * @param key of the form
 */
public record TypedTip(
        @Nullable String organisation,
        @Nullable String body,
        @Nullable String words,
        @Nullable String key) {

    static final TypedTip NOTHING = new TypedTip("", "", "", "");

    @Override
    public String organisation() {
        return text(organisation);
    }

    @Override
    public String body() {
        return text(body);
    }

    @Override
    public String words() {
        return text(words);
    }

    @Override
    public String key() {
        return text(key);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
