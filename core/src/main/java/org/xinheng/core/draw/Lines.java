package org.xinheng.core.draw;

import java.util.List;

/** The text form of draws: one entry a line, its parts parted by tabs, lists by commas. */
final class Lines {

    static final String TAB = "\t";
    static final String COMMA = ",";

    private Lines() {}

    /** @throws IllegalArgumentException when a text would not come back as it was */
    static String check(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0x2028 || c == 0x2029 || c == 0x85)) {
            throw new IllegalArgumentException("cannot stand in a line of a draw: \"" + text + "\"");
        }
        return text;
    }

    static String checkItem(String text) {
        if (check(text).contains(COMMA)) {
            throw new IllegalArgumentException("cannot stand in a list of a draw: \"" + text + "\"");
        }
        return text;
    }

    static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(COMMA, -1));
    }
}
