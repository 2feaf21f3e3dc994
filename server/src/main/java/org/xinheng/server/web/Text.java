package org.xinheng.server.web;

import java.util.Locale;

/** A sentence that exists in every language of the pages: one enum constant per key, {@code HOME_TITLE} for {@code home.title}. */
public interface Text {

    /** Name of the bundle below {@code messages/}. */
    String bundle();

    /** Name of the constant; every implementation is an enum. */
    String name();

    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
