package org.xinheng.core.record;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some values out of canonical bytes, the others passed over: for judgements over millions of records that look at few fields. */
public final class CanonicalFields {

    private static final byte[] BEFORE_VALUES = ascii("\",\"values\":{");
    private static final byte[] BEFORE_TYPE = ascii("{\"form\":" + CanonicalForm.VERSION + ",\"type\":\"");

    private final List<@Nullable String> names;
    private final byte[][] wanted;
    /** Places of the wanted ones. */
    private final int[] places;

    private CanonicalFields(List<@Nullable String> names) {
        this.names = names;
        places = IntStream.range(0, names.size())
                .filter(i -> names.get(i) != null)
                .toArray();
        wanted = Arrays.stream(places)
                .mapToObj(i -> requireNonNull(names.get(i)).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** @param names of fields, each at its place in the answer; null for a place that stays empty */
    public static CanonicalFields of(List<@Nullable String> names) {
        return new CanonicalFields(Arrays.asList(names.toArray(String[]::new)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The values that {@link CanonicalContent#read} finds in the same bytes, at the places of their names.
     *
     * @param to index after the last byte
     * @throws IllegalArgumentException on bytes that are no canonical form; not every such fault is found
     */
    public @Nullable String[] read(byte[] bytes, int from, int to) {
        @Nullable String[] values = new String[names.size()];
        int at = expect(bytes, from, to, BEFORE_TYPE);
        at = expect(bytes, endOfText(bytes, at, to), to, BEFORE_VALUES);
        while (at < to && bytes[at] == '"') {
            int nameEnd = endOfText(bytes, at + 1, to);
            int value = nameEnd + 3;
            int end = endOfText(bytes, value, to);
            int place = placeOf(bytes, at + 1, nameEnd);
            if (place >= 0) {
                String text = new String(bytes, value, end - value, StandardCharsets.UTF_8);
                if (text.indexOf('\\') >= 0) {
                    return whole(bytes, from, to);
                }
                values[place] = text;
            }
            at = end + 1;
            if (at < to && bytes[at] == ',') {
                at++;
            }
        }
        if (at + 2 != to || bytes[at] != '}') {
            throw broken(at - from);
        }
        return values;
    }

    /** What is read where there is no content any more. */
    public @Nullable String[] none() {
        return new String[names.size()];
    }

    private int placeOf(byte[] bytes, int from, int to) {
        int length = to - from;
        for (int i = 0; i < wanted.length; i++) {
            byte[] name = wanted[i];
            // Names of one form begin alike: their ends tell most of them apart.
            if (name.length == length
                    && (length == 0 || name[length - 1] == bytes[to - 1])
                    && Arrays.equals(name, 0, length, bytes, from, to)) {
                return places[i];
            }
        }
        return -1;
    }

    /** Index of the quotation mark that ends a text. */
    private static int endOfText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        if (at >= to) {
            throw broken(at);
        }
        return at;
    }

    private static int expect(byte[] bytes, int from, int to, byte[] text) {
        int end = from + text.length;
        if (end > to || !Arrays.equals(bytes, from, end, text, 0, text.length)) {
            throw broken(from);
        }
        return end;
    }

    /** Escaped characters are rare. */
    private @Nullable String[] whole(byte[] bytes, int from, int to) {
        Map<String, String> all =
                CanonicalContent.read(Arrays.copyOfRange(bytes, from, to)).values();
        @Nullable String[] values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            values[i] = name == null ? null : all.get(name);
        }
        return values;
    }

    private static IllegalArgumentException broken(int at) {
        return new IllegalArgumentException("no canonical form of version 1: byte " + at);
    }
}
