package org.xinheng.server.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a text at which it speaks of an organisation through a record: {@code [[address]]}, or the whole link to the record's
 * page as it is copied from a browser.
 */
public final class Mentions {

    private static final Pattern MENTION =
            Pattern.compile("\\[\\[\\s*(?:[^\\[\\]\\s]*/records/)?([A-Za-z0-9_-]{1,64})\\s*]]");

    private Mentions() {}

    /** A piece of a text. */
    public sealed interface Part {
        record Words(String text) implements Part {}

        record Mention(String address) implements Part {}
    }

    public static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        int done = 0;
        while (mention.find()) {
            if (mention.start() > done) {
                parts.add(new Part.Words(text.substring(done, mention.start())));
            }
            parts.add(new Part.Mention(mention.group(1)));
            done = mention.end();
        }
        if (done < text.length()) {
            parts.add(new Part.Words(text.substring(done)));
        }
        return parts;
    }

    /** Addresses in the order of their first mention. */
    public static Set<String> addresses(Draft draft) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String text : List.of(draft.title(), draft.body(), draft.caption())) {
            for (Part part : parts(text)) {
                if (part instanceof Part.Mention(String address)) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    /** The text with a character in place of each mention that no name goes over, of the same length. */
    static String blanked(String text) {
        StringBuilder blanked = new StringBuilder(text);
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            for (int i = mention.start(); i < mention.end(); i++) {
                blanked.setCharAt(i, NamesCheck.BARRIER);
            }
        }
        return blanked.toString();
    }
}
