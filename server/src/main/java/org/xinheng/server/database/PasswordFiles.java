package org.xinheng.server.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.xinheng.server.database.DatabaseAddress.Login;

/** The generated passwords of the embedded PostgreSQL: one file per role, for the eyes of our user only (0600). */
record PasswordFiles(Path folder) {

    static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE_OF_OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BYTES = 24;

    /** The login of a role; its password is made on first use. */
    Login login(String role) throws IOException {
        var file = folder.resolve(role);
        if (Files.notExists(file)) {
            Files.createDirectories(folder, FOLDER_OF_OURS);
            var unfinished = folder.resolve(role + ".unfinished");
            write(unfinished, generated());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Login(role, Files.readString(file).strip());
    }

    /** Writes a file that only our user can read, durable before anybody relies on it. */
    static void write(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE_OF_OURS)) {
            channel.write(ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private static String generated() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
