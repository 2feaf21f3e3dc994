package org.xinheng.server.organisation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows in PostgreSQL's text form of COPY, written in one go in the transaction of the calling thread. */
final class CopyRows {

    private static final String NULL = "\\N";

    private final StringBuilder rows = new StringBuilder();
    private int count;
    private boolean begun;

    CopyRows text(@Nullable String value) {
        field();
        if (value == null) {
            rows.append(NULL);
        } else {
            escaped(value);
        }
        return this;
    }

    CopyRows number(@Nullable Number value) {
        field();
        rows.append(value == null ? NULL : value);
        return this;
    }

    CopyRows truth(boolean value) {
        field();
        rows.append(value ? 't' : 'f');
        return this;
    }

    CopyRows day(@Nullable LocalDate value) {
        return text(value == null ? null : value.toString());
    }

    CopyRows texts(Collection<String> values) {
        field();
        char before = '{';
        for (String value : values) {
            rows.append(before).append('"');
            element(value);
            rows.append('"');
            before = ',';
        }
        rows.append(values.isEmpty() ? "{}" : "}");
        return this;
    }

    void end() {
        rows.append('\n');
        begun = false;
        count++;
    }

    /** @param target table and columns, e.g. {@code organisation.name (id, name)} */
    void into(String target, JdbcOperations jdbc) {
        if (count == 0) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        var _ = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + target + " FROM STDIN", ByteStreamWriter.of(ByteBuffer.wrap(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void field() {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
    }

    /** Quotes and backslashes of an array's element are escaped once for the array and once more for COPY. */
    private void element(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                rows.append("\\\\");
            }
            character(c);
        }
    }

    private void character(char c) {
        switch (c) {
            case '\\' -> rows.append("\\\\");
            case '\t' -> rows.append("\\t");
            case '\n' -> rows.append("\\n");
            case '\r' -> rows.append("\\r");
            default -> rows.append(c);
        }
    }
}
