package org.xinheng.server.database;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** The sentences of this module; they are needed before Spring has a message source. */
final class DatabaseWords {

    private static final String BUNDLE = "org.xinheng.server.database.messages";

    private DatabaseWords() {}

    static String sentence(Locale locale, Reason reason, List<Object> facts) {
        var bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(reason.key()), locale)
                .format(facts.stream().map(Object::toString).toArray());
    }
}
