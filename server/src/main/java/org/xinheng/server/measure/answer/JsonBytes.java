package org.xinheng.server.measure.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes JSON in UTF-8 in one pass: an answer must not cost more than what it says. */
final class JsonBytes {

    private static final int USUAL = 2_048;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[] bytes = new byte[USUAL];
    private int at;
    private boolean comma;

    JsonBytes open() {
        return begin('{');
    }

    JsonBytes close() {
        return end('}');
    }

    JsonBytes openList(String name) {
        return name(name).begin('[');
    }

    JsonBytes closeList() {
        return end(']');
    }

    JsonBytes open(String name) {
        return name(name).open();
    }

    /** The name of a member is ASCII and needs no escape: it stands in our code. */
    private JsonBytes name(String name) {
        separate();
        room(name.length() + 3);
        bytes[at++] = '"';
        for (int i = 0; i < name.length(); i++) {
            bytes[at++] = (byte) name.charAt(i);
        }
        bytes[at++] = '"';
        bytes[at++] = ':';
        comma = false;
        return this;
    }

    JsonBytes text(String name, @Nullable String value) {
        return name(name).value(value);
    }

    JsonBytes flag(String name, boolean value) {
        return name(name).raw(value ? "true" : "false");
    }

    JsonBytes number(String name, long value) {
        return name(name).raw(Long.toString(value));
    }

    JsonBytes value(@Nullable String value) {
        separate();
        if (value == null) {
            room(NULL.length);
            System.arraycopy(NULL, 0, bytes, at, NULL.length);
            at += NULL.length;
            return this;
        }
        room(6 * value.length() + 2);
        bytes[at++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | c >> 6);
                bytes[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                pair(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                three(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        bytes[at++] = '"';
        return this;
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            bytes[at++] = '\\';
            bytes[at++] = (byte) c;
        } else if (c >= ' ') {
            bytes[at++] = (byte) c;
        } else {
            bytes[at++] = '\\';
            bytes[at++] = 'u';
            bytes[at++] = '0';
            bytes[at++] = '0';
            bytes[at++] = HEX[c >> 4];
            bytes[at++] = HEX[c & 0xF];
        }
    }

    private void pair(int point) {
        bytes[at++] = (byte) (0xF0 | point >> 18);
        bytes[at++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[at++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | point & 0x3F);
    }

    private void three(char c) {
        bytes[at++] = (byte) (0xE0 | c >> 12);
        bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | c & 0x3F);
    }

    private JsonBytes raw(String ascii) {
        separate();
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[at++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    private JsonBytes begin(char bracket) {
        separate();
        room(1);
        bytes[at++] = (byte) bracket;
        comma = false;
        return this;
    }

    private JsonBytes end(char bracket) {
        room(1);
        bytes[at++] = (byte) bracket;
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            room(1);
            bytes[at++] = ',';
        }
        comma = true;
    }

    private void room(int more) {
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, at);
    }
}
