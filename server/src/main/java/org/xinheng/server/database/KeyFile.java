package org.xinheng.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** A 128-bit key in a file that only our user can read, made on first use. It belongs into every backup. */
public final class KeyFile {

    private static final int BYTES = 16;

    private KeyFile() {}

    /** @param folder made when absent, open to our user only */
    public static byte[] read(Path folder, String name) {
        try {
            var file = folder.resolve(name);
            if (Files.notExists(file)) {
                make(folder, file);
            }
            var key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("the key file " + file + " has " + key.length + " bytes, not " + BYTES);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var unfinished = folder.resolve(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ours)) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
