package org.xinheng.packs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 lines, ended by LF or CR LF, with or without a byte order mark. A last line without an end counts; the end
 * of the last line does not begin another. What is no UTF-8 becomes U+FFFD, so that its line is still answered.
 */
final class Lines {

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;

    Lines(InputStream in) throws IOException {
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        if (fill() && buffer[0] == '\uFEFF') {
            at++;
        }
    }

    /** The next line without its end, or null after the last one. */
    @Nullable
    String next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        StringBuilder longLine = null;
        while (true) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    String line = line(longLine, i);
                    at = i + 1;
                    return line;
                }
            }
            longLine = longLine == null ? new StringBuilder() : longLine;
            longLine.append(buffer, at, end - at);
            at = end;
            if (!fill()) {
                return line(longLine, at);
            }
        }
    }

    private String line(@Nullable StringBuilder before, int to) {
        if (before == null) {
            int last = to > at && buffer[to - 1] == '\r' ? to - 1 : to;
            return new String(buffer, at, last - at);
        }
        before.append(buffer, at, to - at);
        int length = before.length();
        if (length > 0 && before.charAt(length - 1) == '\r') {
            before.setLength(length - 1);
        }
        return before.toString();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }
}
