package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Contents below {@code DIR/attachments}, each under its SHA-256; a file is there whole or not at all. */
final class ContentFolder {

    private static final int BUFFER = 1 << 16;
    private static final Duration GRACE = Duration.ofDays(1);
    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

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

    /**
     * Removes what nothing names and what is left of uploads that broke off, once it has lain for a day; the day is that of the disk, whose
     * clock wrote the times of its files.
     *
     * @param named whether an entry needs the content of a hash
     * @return names of the files that went
     */
    List<String> removeOrphans(Predicate<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Instant before = now().minus(GRACE);
        List<Path> old;
        try (Stream<Path> files = Files.walk(folder)) {
            old = files.filter(
                            file -> Files.isRegularFile(file) && changed(file).isBefore(before))
                    .toList();
        }
        List<String> removed = new ArrayList<>();
        for (Path file : old) {
            String name = file.getFileName().toString();
            if ((!CONTENT.matcher(name).matches() || !named.test(name)) && removeIfStillOld(file, before)) {
                removed.add(name);
            }
        }
        return removed;
    }

    /** The same content may come in again just now: what is taken away is looked at once more, and put back when it is new. */
    private static boolean removeIfStillOld(Path file, Instant before) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".going");
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        boolean old = changed(aside).isBefore(before);
        if (!old && !Files.exists(file)) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(aside);
        }
        return old;
    }

    private Instant now() throws IOException {
        Path probe = Files.createTempFile(folder, "clock-", ".part");
        try {
            return changed(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
