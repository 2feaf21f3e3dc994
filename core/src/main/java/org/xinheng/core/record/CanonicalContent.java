package org.xinheng.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in canonical bytes, read without knowing the record type.
 *
 * @param type id of the record type
 * @param values non-blank values by field name, in canonical order
 */
public record CanonicalContent(String type, Map<String, String> values) {

    public CanonicalContent {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads bytes that {@link CanonicalForm#encode} wrote.
     *
     * @throws IllegalArgumentException on any byte that the canonical form of version 1 would not have written there;
     *     the message gives the place and never the content
     */
    public static CanonicalContent read(byte[] canonical) {
        return new Reader(canonical).content();
    }

    /** One pass over the bytes; strict, so that bytes and content determine each other. */
    private static final class Reader {

        private static final String ESCAPED = "\"\\btnfr";
        private static final String MEANT = "\"\\\b\t\n\f\r";

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        CanonicalContent content() {
            expect("{\"form\":" + CanonicalForm.VERSION + ",\"type\":");
            String type = string();
            expect(",\"values\":{");
            Map<String, String> values = new LinkedHashMap<>();
            String previous = null;
            while (peek() != '}') {
                if (previous != null) {
                    expect(",");
                }
                String name = string();
                if (previous != null && previous.compareTo(name) >= 0) {
                    throw broken();
                }
                expect(":");
                String value = string();
                if (value.isBlank()) {
                    throw broken();
                }
                values.put(name, value);
                previous = name;
            }
            expect("}}");
            if (at != bytes.length) {
                throw broken();
            }
            return new CanonicalContent(type, values);
        }

        private String string() {
            expect("\"");
            int from = at;
            while (peek() != '"') {
                if (bytes[at] == '\\' || (bytes[at] >= 0 && bytes[at] < ' ')) {
                    return escapedString(from);
                }
                at++;
            }
            return utf8(from, at++);
        }

        private String escapedString(int from) {
            StringBuilder text = new StringBuilder().append(utf8(from, at));
            int plain = at;
            while (peek() != '"') {
                if (bytes[at] >= 0 && bytes[at] < ' ') {
                    throw broken();
                }
                if (bytes[at] == '\\') {
                    text.append(utf8(plain, at));
                    text.append(escape());
                    plain = at;
                } else {
                    at++;
                }
            }
            return text.append(utf8(plain, at++)).toString();
        }

        private char escape() {
            at++;
            int known = ESCAPED.indexOf(peek());
            if (known >= 0) {
                at++;
                return MEANT.charAt(known);
            }
            expect("u00");
            int code = Character.digit(peek(), 16) * 16;
            at++;
            code += Character.digit(peek(), 16);
            at++;
            if (code < 0 || code >= ' ' || MEANT.indexOf(code) >= 0 || hasUpperCase(at - 2)) {
                throw broken();
            }
            return (char) code;
        }

        private boolean hasUpperCase(int from) {
            return Character.isUpperCase(bytes[from]) || Character.isUpperCase(bytes[from + 1]);
        }

        private String utf8(int from, int to) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            // The decoder replaces what is no UTF-8 by U+FFFD; only then is it worth comparing.
            if (text.indexOf('\uFFFD') >= 0
                    && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to))) {
                throw broken();
            }
            return text;
        }

        private char peek() {
            if (at >= bytes.length) {
                throw broken();
            }
            return (char) (bytes[at] & 0xFF);
        }

        private void expect(String ascii) {
            for (int i = 0; i < ascii.length(); i++, at++) {
                if (peek() != ascii.charAt(i)) {
                    throw broken();
                }
            }
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException("no canonical form of version 1: byte " + at + " of " + bytes.length);
        }
    }
}
