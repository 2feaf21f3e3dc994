package org.xinheng.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/**
 * Canonical form (规范形式), version 1: the one sequence of bytes that a record version is, for storing, comparing and
 * proving.
 *
 * <p>UTF-8 of a JSON object as RFC 8785 (JCS) writes it: no blanks, members sorted by the UTF-16 code units of their
 * names, in strings only {@code "}, {@code \} and U+0000 to U+001F escaped (as {@code \" \\ \b \t \n \f \r}, the others
 * as {@code \}{@code u00xx} in lower case). Three members:
 *
 * <pre>{"form":1,"type":"administrative-penalty","values":{"CF_WSH":"…","CF_XDR_MC":"…"}}</pre>
 *
 * <p>{@code values} holds the checked values by field name, all as strings; blank ones are left out, so that a field
 * added to the catalogue later changes no older version. Version number, salt, times and state are not part of it.
 * Bytes once written are never rewritten: a later form gets another number in {@code form} and its own reader.
 *
 * <p>One instance serves one record type and many threads.
 */
public final class CanonicalForm {

    /** The number in member {@code form}. */
    public static final int VERSION = 1;

    private static final String SHORT_ESCAPES = "btn?fr";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final String type;
    private final byte[] head;
    private final int[] order;
    private final byte[][] names;
    private final Map<String, Integer> positions;

    private CanonicalForm(RecordType recordType) {
        type = recordType.id();
        head = ("{\"form\":" + VERSION + ",\"type\":" + quoted(type) + ",\"values\":{")
                .getBytes(StandardCharsets.UTF_8);
        int size = recordType.fields().size();
        positions = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            if (positions.put(recordType.fields().get(i).name(), i) != null) {
                throw new IllegalArgumentException(type + " has two fields with one name");
            }
        }
        order = new int[size];
        names = new byte[size][];
        // String order is the order of UTF-16 code units, as RFC 8785 section 3.2.3 wants it.
        String[] sorted = recordType.fields().stream().map(Field::name).sorted().toArray(String[]::new);
        for (int i = 0; i < size; i++) {
            order[i] = positions.getOrDefault(sorted[i], -1);
            names[i] = (quoted(sorted[i]) + ":").getBytes(StandardCharsets.UTF_8);
        }
    }

    public static CanonicalForm of(RecordType type) {
        return new CanonicalForm(type);
    }

    /**
     * The canonical bytes.
     *
     * @param values checked values in the order of the type's fields, null or blank where there is none
     * @throws IllegalArgumentException when the number of values is not that of the fields, or a value holds half of a
     *     surrogate pair: neither can pass the row checks
     */
    public byte[] encode(@Nullable String[] values) {
        if (values.length != order.length) {
            throw new IllegalArgumentException(values.length + " values for " + order.length + " fields of " + type);
        }
        byte[] bytes = new byte[sizeOf(values)];
        System.arraycopy(head, 0, bytes, 0, head.length);
        int at = head.length;
        boolean first = true;
        for (int i = 0; i < order.length; i++) {
            String value = values[order[i]];
            if (value == null || isBlank(value)) {
                continue;
            }
            if (!first) {
                bytes[at++] = ',';
            }
            first = false;
            System.arraycopy(names[i], 0, bytes, at, names[i].length);
            at = write(value, bytes, at + names[i].length);
        }
        bytes[at++] = '}';
        bytes[at++] = '}';
        if (at != bytes.length) {
            throw new IllegalStateException("canonical bytes of " + type + " miscounted");
        }
        return bytes;
    }

    /**
     * The values in the order of the type's fields, null where there is none. Values of fields that the type no longer
     * has are left out; {@link CanonicalContent#read} gives them all.
     *
     * @throws IllegalArgumentException when the bytes are not a canonical form of this type: damage or a mix-up
     */
    public @Nullable String[] values(byte[] canonical) {
        CanonicalContent content = CanonicalContent.read(canonical);
        if (!content.type().equals(type)) {
            throw new IllegalArgumentException("bytes of " + content.type() + " read as " + type);
        }
        @Nullable String[] values = new String[order.length];
        content.values().forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null) {
                values[position] = value;
            }
        });
        return values;
    }

    /** SHA-256 of the bytes, 32 bytes: equal for an unchanged row, different for a corrected one. */
    public static byte[] contentHash(byte[] canonical) {
        return Sha256.digest().digest(canonical);
    }

    private int sizeOf(@Nullable String[] values) {
        int size = head.length + 2;
        int present = 0;
        for (int i = 0; i < order.length; i++) {
            String value = values[order[i]];
            if (value != null && !isBlank(value)) {
                size += names[i].length + sizeOf(value);
                present++;
            }
        }
        return size + Math.max(0, present - 1);
    }

    /** As {@link String#isBlank}, decided by the first character nearly always. */
    private static boolean isBlank(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        boolean certain = (first > ' ' && first < 0x1680) || first > 0x3000;
        return !certain && value.isBlank();
    }

    private static int sizeOf(String value) {
        int size = 2;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                size += c >= ' ' ? (c == '"' || c == '\\' ? 2 : 1) : (shortEscape(c) ? 2 : 6);
            } else if (c < 0x800) {
                size += 2;
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new IllegalArgumentException("half of a surrogate pair cannot be written");
                }
                size += 4;
                i++;
            } else {
                size += 3;
            }
        }
        return size;
    }

    private static int write(String value, byte[] bytes, int from) {
        int at = from;
        bytes[at++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    bytes[at++] = (byte) c;
                } else {
                    at = escape(c, bytes, at);
                }
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | c >> 6);
                bytes[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                bytes[at++] = (byte) (0xF0 | point >> 18);
                bytes[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                bytes[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                bytes[at++] = (byte) (0xE0 | c >> 12);
                bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        bytes[at++] = '"';
        return at;
    }

    private static int escape(char c, byte[] bytes, int from) {
        int at = from;
        bytes[at++] = '\\';
        if (c >= ' ') {
            bytes[at++] = (byte) c;
        } else if (shortEscape(c)) {
            bytes[at++] = (byte) SHORT_ESCAPES.charAt(c - '\b');
        } else {
            bytes[at++] = 'u';
            bytes[at++] = '0';
            bytes[at++] = '0';
            bytes[at++] = HEX[c >> 4];
            bytes[at++] = HEX[c & 0xF];
        }
        return at;
    }

    private static boolean shortEscape(char c) {
        return c >= '\b' && c <= '\r' && c != 0x0B;
    }

    static String quoted(String value) {
        byte[] bytes = new byte[sizeOf(value)];
        int end = write(value, bytes, 0);
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    }
}
