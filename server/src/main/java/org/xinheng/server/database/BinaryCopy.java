package org.xinheng.server.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * {@code COPY … FROM STDIN (FORMAT binary)} through one reused buffer: signature, then per row the number of its fields
 * and each with its length; see "Binary Format" in PostgreSQL's page on COPY.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int SEND_FROM = 1 << 16;
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long POSTGRES_EPOCH_SECOND = POSTGRES_EPOCH_DAY * 86_400;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * SEND_FROM);

    /** @param target table and columns, as they stand behind {@code COPY} */
    public BinaryCopy(Connection connection, String target) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        buffer.put(HEADER);
    }

    public void row(int fields) throws SQLException {
        if (buffer.position() >= SEND_FROM) {
            send();
        }
        room(2).putShort((short) fields);
    }

    public void int8(long value) {
        room(12).putInt(8).putLong(value);
    }

    public void int4(int value) {
        room(8).putInt(4).putInt(value);
    }

    public void int2(int value) {
        room(6).putInt(2).putShort((short) value);
    }

    public void bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
    }

    public void date(@Nullable LocalDate day) {
        if (day == null) {
            absent();
        } else {
            int4((int) (day.toEpochDay() - POSTGRES_EPOCH_DAY));
        }
    }

    /** To the microsecond. */
    public void instant(Instant instant) {
        int8((instant.getEpochSecond() - POSTGRES_EPOCH_SECOND) * 1_000_000 + instant.getNano() / 1000);
    }

    public void bytes(byte[] bytes, int from, int length) {
        room(4 + length).putInt(length).put(bytes, from, length);
    }

    public void text(@Nullable String text) {
        if (text == null) {
            absent();
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            bytes(bytes, 0, bytes.length);
        }
    }

    public void absent() {
        room(4).putInt(-1);
    }

    /** Ends the copy; without it closing takes everything back. */
    public long finish() throws SQLException {
        room(2).putShort((short) -1);
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            var bigger = Math.max(2 * buffer.capacity(), buffer.position() + size);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), bigger)).position(buffer.position());
        }
        return buffer;
    }
}
