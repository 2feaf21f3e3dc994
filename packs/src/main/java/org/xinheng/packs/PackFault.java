package org.xinheng.packs;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.xinheng.packs.table.FaultyTableException;

/**
 * Why a pack cannot be loaded: a code with facts; the words come from the message bundle.
 *
 * @param code stable id, e.g. {@code rule.no-basis}
 * @param facts what the sentence needs, in its order
 */
public record PackFault(Position position, String code, List<String> facts) {

    private static final String BUNDLE = "org.xinheng.packs.faults";

    public PackFault {
        facts = List.copyOf(facts);
    }

    /** The fault of a table, under the name of the file that the reader of packs uses. */
    public static PackFault of(FaultyTableException fault, String file) {
        return new PackFault(new Position(file, Math.toIntExact(fault.line()), 0), fault.code(), fault.facts());
    }

    /** Where, what is wrong and what to do, in one line; Chinese unless the reader's language is English. */
    public String sentence(Locale locale) {
        Locale shown = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE, shown, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return position + ": " + new MessageFormat(words.getString(code), shown).format(facts.toArray());
    }
}
