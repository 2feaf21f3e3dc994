package org.xinheng.server.intake.spool;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SpoolWriter} wrote, value by value in the same order. */
final class SpoolReader implements Closeable {

    private final InputStream in;
    private final List<String> words = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 14];
    private int at;
    private int size;

    SpoolReader(InputStream in) {
        this.in = in;
    }

    boolean atEnd() throws IOException {
        if (at == size) {
            at = 0;
            size = Math.max(0, in.read(buffer));
        }
        return size == 0;
    }

    private int octet() throws IOException {
        if (atEnd()) {
            throw new EOFException("a spool ends within a row");
        }
        return buffer[at++] & 0xFF;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a spool is damaged");
    }

    int small() throws IOException {
        return Math.toIntExact(number());
    }

    long signed() throws IOException {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    long fixed() throws IOException {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    byte[] bytes() throws IOException {
        var bytes = new byte[small()];
        int done = 0;
        while (done < bytes.length) {
            if (atEnd()) {
                throw new EOFException("a spool ends within a value");
            }
            int count = Math.min(bytes.length - done, size - at);
            System.arraycopy(buffer, at, bytes, done, count);
            at += count;
            done += count;
        }
        return bytes;
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Nullable
    String optionalText() throws IOException {
        return number() == 0 ? null : text();
    }

    String word() throws IOException {
        int number = small();
        if (number > 0) {
            return words.get(number - 1);
        }
        var word = text();
        if (words.size() < SpoolWriter.MOST_WORDS) {
            words.add(word);
        }
        return word;
    }

    LocalDate day() throws IOException {
        return LocalDate.ofEpochDay(signed());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
