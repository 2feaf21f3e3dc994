package org.xinheng.server.seal;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The server does not start with this key; the operator can mend it, and the sentence says how. */
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String BUNDLE = "org.xinheng.server.seal.messages";

    private final Reason reason;
    private final transient List<String> facts;

    /** Why; each sentence has the id of the key that is missed and the folder. */
    public enum Reason {
        /** No file is there. */
        LOST("key.lost"),
        /** One of the two files is there. */
        HALF("key.half"),
        /** Another key lies there. */
        OTHER("key.other");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    /** @param missed id of the key that signed last; @param folder of the keys */
    public KeyRefused(Reason reason, String missed, Path folder) {
        super(sentence(Locale.ENGLISH, reason, List.of(missed, folder.toString())));
        this.reason = reason;
        this.facts = List.of(missed, folder.toString());
    }

    public Reason reason() {
        return reason;
    }

    /** One sentence: what is wrong and what to do. Chinese for every locale but English. */
    public String sentence(Locale locale) {
        return sentence(locale, reason, facts);
    }

    private static String sentence(Locale locale, Reason reason, List<String> facts) {
        var bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(reason.key), locale).format(facts.toArray());
    }
}
