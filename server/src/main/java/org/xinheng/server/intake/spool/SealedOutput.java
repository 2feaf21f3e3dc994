package org.xinheng.server.intake.spool;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.xinheng.server.intake.StagingFailed;

/**
 * Writes a file that only we can read: chunks under AES-128-GCM, each with its number and whether it is the last one
 * bound in, so that nothing can be cut off, swapped or changed without being noticed.
 *
 * <p>8 random bytes, then per chunk its length (4 bytes), cipher text and tag.
 */
final class SealedOutput extends OutputStream {

    static final int ID_BYTES = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final FileOutputStream file;
    private final StagingKey key;
    private final Cipher cipher = StagingKey.cipher();
    private final byte[] id = new byte[ID_BYTES];
    private final byte[] chunk;
    private final byte[] sealed;
    private int size;
    private int number;

    SealedOutput(Path path, StagingKey key, int chunkSize) throws IOException {
        this.key = key;
        this.path = path;
        chunk = new byte[chunkSize];
        sealed = new byte[chunkSize + StagingKey.TAG_BYTES + Integer.BYTES];
        file = new FileOutputStream(path.toFile());
        RANDOM.nextBytes(id);
        file.write(id);
    }

    @Override
    public void write(int value) throws IOException {
        if (size == chunk.length) {
            seal(false);
        }
        chunk[size++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (size == chunk.length) {
                seal(false);
            }
            int count = Math.min(left, chunk.length - size);
            System.arraycopy(bytes, at, chunk, size, count);
            size += count;
            at += count;
            left -= count;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            key.start(cipher, Cipher.ENCRYPT_MODE, id, number++, last);
            int length = cipher.doFinal(chunk, 0, size, sealed, Integer.BYTES);
            ByteBuffer.wrap(sealed).putInt(length);
            store(length);
            size = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without AES-GCM is no Java SE", e);
        }
    }

    private void store(int length) throws IOException {
        try {
            file.write(sealed, 0, Integer.BYTES + length);
        } catch (IOException e) {
            throw StagingFailed.of(e, path);
        }
    }

    /** Writes the last chunk; without it the file is not whole and cannot be read. */
    void finish() throws IOException {
        seal(true);
    }

    /** Returns when everything written is on the disk. */
    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
