package org.xinheng.server.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * {@code COPY (…) TO STDOUT (FORMAT binary)}, row by row as the driver hands it over: a third of the work of a result set. Fields are read
 * in the order of the query, each once. See "Binary Format" in PostgreSQL's page on COPY.
 */
public final class BinaryRows implements AutoCloseable {

    private static final int SIGNATURE = 11;
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyOut copy;
    private ByteBuffer row = ByteBuffer.allocate(0);
    private boolean begun;

    /** @param query without parameters */
    public BinaryRows(Connection connection, String query) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    }

    /** @return false at the end */
    public boolean next() throws SQLException {
        while (true) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                return false;
            }
            row = ByteBuffer.wrap(message);
            if (!begun) {
                begun = true;
                row.position(SIGNATURE + Integer.BYTES);
                row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
            }
            // What ends the rows is a count of -1.
            if (row.hasRemaining() && row.getShort() >= 0) {
                return true;
            }
        }
    }

    public long int8() {
        row.getInt();
        return row.getLong();
    }

    public int int4() {
        row.getInt();
        return row.getInt();
    }

    public int int4(int absent) {
        return row.getInt() < 0 ? absent : row.getInt();
    }

    public int int2() {
        row.getInt();
        return row.getShort();
    }

    public @Nullable LocalDate date() {
        return row.getInt() < 0 ? null : LocalDate.ofEpochDay(row.getInt() + POSTGRES_EPOCH_DAY);
    }

    public @Nullable String text() {
        Slice bytes = bytes();
        return bytes == null
                ? null
                : new String(bytes.array(), bytes.from(), bytes.to() - bytes.from(), StandardCharsets.UTF_8);
    }

    /** Not copied: the array belongs to this row alone and stays as it is. */
    public @Nullable Slice bytes() {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        int from = row.position();
        row.position(from + length);
        return new Slice(row.array(), from, from + length);
    }

    /** Bytes {@code from} to {@code to}, the latter not included. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Slice(byte[] array, int from, int to) {}

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
