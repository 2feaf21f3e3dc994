package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Text of a cell or of the table of shared texts (ECMA-376 part 1, 18.3.1.53 and 18.4.8). */
final class CellText {

    private static final int ESCAPE = "_x0000_".length();

    private CellText() {}

    /**
     * Reads the element that the reader stands at: one text, or runs with formats of their own, joined. How it is
     * pronounced (phonetic runs) is left out.
     *
     * @return as written: {@link #unescaped} gives what is meant
     */
    static String read(XmlPart xml) throws IOException {
        @Nullable String first = null;
        @Nullable StringBuilder all = null;
        while (xml.nextChild()) {
            var part = switch (xml.name()) {
                case "t" -> xml.text();
                case "r" -> run(xml);
                default -> null;
            };
            if (part == null) {
                xml.skip();
            } else if (first == null) {
                first = part;
            } else {
                all = all == null ? new StringBuilder(first) : all;
                all.append(part);
                SheetRows.requireShort(all.length());
            }
        }
        return all != null ? all.toString() : first == null ? "" : first;
    }

    private static String run(XmlPart xml) throws IOException {
        var text = "";
        while (xml.nextChild()) {
            if (xml.name().equals("t")) {
                text = text.isEmpty() ? xml.text() : text + xml.text();
                SheetRows.requireShort(text.length());
            } else {
                xml.skip();
            }
        }
        return text;
    }

    /** Characters that XML cannot hold are written {@code _x000D_}. */
    static String unescaped(String written) {
        int at = written.indexOf("_x");
        if (at < 0) {
            return written;
        }
        var text = new StringBuilder(written.length());
        int done = 0;
        for (; at >= 0; at = written.indexOf("_x", Math.max(at + 1, done))) {
            int character = escaped(written, at);
            if (character >= 0) {
                text.append(written, done, at).append((char) character);
                done = at + ESCAPE;
            }
        }
        return text.append(written, done, written.length()).toString();
    }

    private static int escaped(String written, int at) {
        if (at + ESCAPE > written.length() || written.charAt(at + ESCAPE - 1) != '_') {
            return -1;
        }
        int character = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(written.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            character = character * 16 + digit;
        }
        return character;
    }
}
