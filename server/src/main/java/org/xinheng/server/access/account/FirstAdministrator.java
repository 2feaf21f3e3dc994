package org.xinheng.server.access.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xinheng.server.access.Role;

/** Gives an installation without accounts its administrator; the password is generated and stands in a file for our user only. */
public final class FirstAdministrator {

    static final String NAME = "administrator";
    private static final String FILE = "administrator-password";

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Path folder;

    public FirstAdministrator(Accounts accounts, PasswordEncoder passwords, Path folder) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.folder = folder;
    }

    /** @return where the password stands, when an administrator had to be made */
    public Optional<Path> open() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        Path file = folder.toAbsolutePath().normalize().resolve(FILE);
        String password = Secrets.generate();
        try {
            Files.createDirectories(folder);
            write(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException("the administrator's password could not be written to " + file, e);
        }
        return accounts.open(NAME, passwords.encode(password), Set.of(Role.ADMINISTRATOR), null)
                ? Optional.of(file)
                : Optional.empty();
    }

    private static void write(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
