package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Contents below {@code DIR/attachments}, each under its SHA-256; a file is there whole or not at all. */
final class ContentFolder {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    ContentFolder(Path folder) {
        this.folder = folder;
    }

    /** @param sha256 as hexadecimal digits */
    record Received(Path file, long size, String sha256) {}

    /**
     * Writes a content beside the kept ones until it is judged.
     *
     * @param most bytes; a content with more is thrown away
     * @return empty when there were more
     */
    Optional<Received> receive(InputStream content, long most) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "incoming-", ".part");
        boolean whole = false;
        try {
            DigestInputStream hashed = new DigestInputStream(content, sha256());
            long size = copy(hashed, file, most);
            whole = size <= most;
            return whole
                    ? Optional.of(new Received(
                            file,
                            size,
                            HexFormat.of().formatHex(hashed.getMessageDigest().digest())))
                    : Optional.empty();
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream from, Path to, long most) throws IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[BUFFER];
            int read = from.read(buffer);
            while (read >= 0 && size <= most) {
                size += read;
                if (size <= most) {
                    out.write(buffer, 0, read);
                    read = from.read(buffer);
                }
            }
        }
        return size;
    }

    void keep(Received received) throws IOException {
        try (FileChannel channel = FileChannel.open(received.file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path place = place(received.sha256());
        Files.createDirectories(place.getParent());
        Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void drop(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    /** @throws IOException when the content is missing or is not what its hash says */
    byte[] read(String sha256) throws IOException {
        byte[] content = Files.readAllBytes(place(sha256));
        if (!HexFormat.of().formatHex(sha256().digest(content)).equals(sha256)) {
            throw new IOException("an attachment is not what was kept: " + sha256);
        }
        return content;
    }

    void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
