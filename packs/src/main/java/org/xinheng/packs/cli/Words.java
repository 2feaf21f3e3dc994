package org.xinheng.packs.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.table.FaultyTableException;

/** The words for people: Simplified Chinese, or English when the language is English. */
public final class Words {

    private static final String BUNDLE = "org.xinheng.packs.cli.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * @param wanted the language asked for with {@code --lang}, if any
     * @param environment of the process: {@code XINHENG_LANG}, then the usual POSIX variables
     */
    public static Words of(@Nullable String wanted, Map<String, String> environment) {
        String language = wanted != null ? wanted : "";
        for (String name : new String[] {"XINHENG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            if (language.isEmpty()) {
                language = environment.getOrDefault(name, "");
            }
        }
        return new Words(language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.ROOT);
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The sentence of a key; facts stand as they are, without any formatting of numbers. */
    public String say(String key, Object... facts) {
        Object[] texts = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            texts[i] = String.valueOf(facts[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }

    /** Where a table is faulty, what is wrong and what to do. */
    public String say(FaultyTableException fault) {
        return say(PackFault.of(fault, fault.file()));
    }

    /** Where a pack is faulty, what is wrong and what to do. */
    public String say(PackFault fault) {
        return fault.sentence(locale);
    }
}
