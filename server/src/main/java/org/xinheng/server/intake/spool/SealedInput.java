package org.xinheng.server.intake.spool;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Reads what {@link SealedOutput} wrote. */
final class SealedInput extends InputStream {

    private static final int LARGEST_CHUNK = 1 << 24;

    private final InputStream file;
    private final StagingKey key;
    private final Cipher cipher = StagingKey.cipher();
    private final byte[] id;
    private byte[] sealed = new byte[0];
    private byte[] chunk = new byte[0];
    private int at;
    private int size;
    private int number;
    private boolean ended;

    SealedInput(Path path, StagingKey key) throws IOException {
        this.key = key;
        file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        id = file.readNBytes(SealedOutput.ID_BYTES);
    }

    @Override
    public int read() throws IOException {
        return ready() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, size - at);
        System.arraycopy(chunk, at, target, from, count);
        at += count;
        return count;
    }

    private boolean ready() throws IOException {
        while (at == size) {
            if (ended) {
                return false;
            }
            open();
        }
        return true;
    }

    private void open() throws IOException {
        var head = file.readNBytes(Integer.BYTES);
        if (head.length < Integer.BYTES) {
            throw new EOFException("a staged file ends before its last chunk");
        }
        int length = ByteBuffer.wrap(head).getInt();
        if (length < StagingKey.TAG_BYTES || length > LARGEST_CHUNK) {
            throw new IOException("a staged file is damaged");
        }
        if (sealed.length < length) {
            sealed = new byte[length];
            chunk = new byte[length];
        }
        if (file.readNBytes(sealed, 0, length) < length) {
            throw new EOFException("a staged file ends within a chunk");
        }
        file.mark(1);
        ended = file.read() < 0;
        file.reset();
        try {
            key.start(cipher, Cipher.DECRYPT_MODE, id, number++, ended);
            size = cipher.doFinal(sealed, 0, length, chunk, 0);
            at = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a staged file is damaged or was written under another key", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
