package org.xinheng.server.intake.work;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;

/** A file passing by: hashed, counted and bounded. Closing it leaves the stream of the caller open. */
final class MeteredInput extends InputStream {

    private final InputStream in;
    private final long limit;
    private final MessageDigest digest = sha256();
    private long size;

    MeteredInput(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256 is no Java SE", e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = in.read(target, from, length);
        if (count > 0) {
            size += count;
            if (size > limit) {
                throw new FileRefused(FileFault.TOO_LARGE.found(Long.toString(limit >> 20)));
            }
            digest.update(target, from, count);
        }
        return count;
    }

    /** Reads what nobody asked for, so that the hash is that of the whole file. */
    void drain() throws IOException {
        var buffer = new byte[1 << 13];
        while (read(buffer, 0, buffer.length) >= 0) {
            continue;
        }
    }

    long size() {
        return size;
    }

    /** SHA-256 in hexadecimal of what was read. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
