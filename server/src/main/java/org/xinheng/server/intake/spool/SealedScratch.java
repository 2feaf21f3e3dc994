package org.xinheng.server.intake.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import org.xinheng.server.intake.StagingFailed;

/**
 * Bytes that do not fit into memory while a file is read: written one after another, read anywhere. Sealed in chunks under
 * a key that only this object knows, so that what a kill leaves on the disk is noise for ever. Closing it deletes it.
 */
public final class SealedScratch implements Closeable {

    private static final int CHUNK = 1 << 16;
    private static final int SEALED = CHUNK + StagingKey.TAG_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Path path;
    private final FileChannel file;
    private final StagingKey key;
    private final Cipher cipher = StagingKey.cipher();
    /** The key is used for this file alone. */
    private final byte[] id = new byte[SealedOutput.ID_BYTES];

    private final byte[] filling = new byte[CHUNK];
    private final byte[] sealed = new byte[SEALED];
    private final byte[] opened = new byte[CHUNK];
    private int openedNumber = -1;
    private int sealedChunks;
    private int size;

    SealedScratch(Path folder, String name) throws IOException {
        var secret = new byte[16];
        RANDOM.nextBytes(secret);
        key = new StagingKey(secret);
        Arrays.fill(secret, (byte) 0);
        this.folder = folder;
        path = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    Staging.OURS_ALONE);
        } catch (IOException e) {
            throw StagingFailed.of(e, folder);
        }
    }

    /** @throws StagingFailed when the disk takes no more */
    public void append(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (size == CHUNK) {
                seal();
            }
            int count = Math.min(left, CHUNK - size);
            System.arraycopy(bytes, at, filling, size, count);
            size += count;
            at += count;
            left -= count;
        }
    }

    /** Appends a stream to its end and leaves it open. */
    public void append(InputStream in) throws IOException {
        in.transferTo(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                append(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                append(bytes, from, length);
            }
        });
    }

    private void seal() throws IOException {
        try {
            key.start(cipher, Cipher.ENCRYPT_MODE, id, sealedChunks, false);
            cipher.doFinal(filling, 0, CHUNK, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without AES-GCM is no Java SE", e);
        }
        var buffer = ByteBuffer.wrap(sealed);
        long position = (long) sealedChunks * SEALED;
        try {
            while (buffer.hasRemaining()) {
                position += file.write(buffer, position);
            }
        } catch (IOException e) {
            throw StagingFailed.of(e, folder);
        }
        sealedChunks++;
        size = 0;
    }

    public long size() {
        return (long) sealedChunks * CHUNK + size;
    }

    /**
     * Reads as many bytes as are asked for.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public void read(long position, byte[] into, int from, int length) throws IOException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw new IndexOutOfBoundsException(position + " + " + length + " of " + size());
        }
        long at = position;
        int done = 0;
        while (done < length) {
            int number = Math.toIntExact(at / CHUNK);
            int offset = (int) (at % CHUNK);
            int count = Math.min(length - done, CHUNK - offset);
            System.arraycopy(chunk(number), offset, into, from + done, count);
            done += count;
            at += count;
        }
    }

    private byte[] chunk(int number) throws IOException {
        if (number == sealedChunks) {
            return filling;
        }
        if (number != openedNumber) {
            openedNumber = -1;
            var buffer = ByteBuffer.wrap(sealed);
            long position = (long) number * SEALED;
            while (buffer.hasRemaining()) {
                int count = file.read(buffer, position + buffer.position());
                if (count < 0) {
                    throw new IOException("a scratch file was cut off");
                }
            }
            try {
                key.start(cipher, Cipher.DECRYPT_MODE, id, number, false);
                cipher.doFinal(sealed, 0, SEALED, opened, 0);
            } catch (GeneralSecurityException e) {
                throw new IOException("a scratch file was changed", e);
            }
            openedNumber = number;
        }
        return opened;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
