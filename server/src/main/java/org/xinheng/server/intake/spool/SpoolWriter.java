package org.xinheng.server.intake.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after another: numbers in as few bytes as they need, words that repeat by number.
 *
 * <p>{@link SpoolReader} reads them in the same order.
 */
final class SpoolWriter implements Closeable {

    /** Beyond this many words, further ones are written out each time. */
    static final int MOST_WORDS = 4096;

    private static final int SEND_FROM = 1 << 13;

    private final OutputStream out;
    private final Map<String, Integer> words = new HashMap<>();
    private byte[] buffer = new byte[2 * SEND_FROM];
    private int size;

    SpoolWriter(OutputStream out) {
        this.out = out;
    }

    SpoolWriter number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        return this;
    }

    /** Small ones of either sign stay small. */
    SpoolWriter signed(long value) {
        return number(value << 1 ^ value >> 63);
    }

    SpoolWriter fixed(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    SpoolWriter bytes(byte[] bytes) {
        number(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    SpoolWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 0 for none, else one more than the length. */
    SpoolWriter optionalText(@Nullable String text) {
        if (text == null) {
            return number(0);
        }
        return number(1).text(text);
    }

    /** For words out of a small set: 0 and the word when it is new, its number afterwards. */
    SpoolWriter word(String word) {
        var known = words.get(word);
        if (known != null) {
            return number(known);
        }
        if (words.size() < MOST_WORDS) {
            words.put(word, words.size() + 1);
        }
        return number(0).text(word);
    }

    SpoolWriter day(LocalDate day) {
        return signed(day.toEpochDay());
    }

    /** Ends a value that must not be torn apart by memory: sends what has gathered. */
    void endRow() throws IOException {
        if (size >= SEND_FROM) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
