package org.xinheng.server.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the command line: Chinese unless the environment asks for English ({@code XINHENG_LANG=en}). */
final class CliWords {

    private static final Locale LOCALE = "en".equals(System.getenv("XINHENG_LANG")) ? Locale.ENGLISH : Locale.ROOT;

    private CliWords() {}

    static Locale locale() {
        return LOCALE.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    static String text(String key, Object... facts) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.cli",
                LOCALE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return facts.length == 0 ? words.getString(key) : new MessageFormat(words.getString(key), LOCALE).format(facts);
    }
}
