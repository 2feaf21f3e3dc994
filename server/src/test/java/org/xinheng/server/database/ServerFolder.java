package org.xinheng.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An empty data folder that spares the unpacking: it borrows the programs of the shared test server. */
public final class ServerFolder {

    private ServerFolder() {}

    public static Path empty(String name) {
        try {
            var parent = TestDatabase.folder().resolveSibling("test-servers");
            var folder = parent.resolve(name);
            FileSystemUtils.deleteRecursively(folder);
            var home = Files.createDirectories(folder.resolve("postgres"));
            TestDatabase.server();
            var programs = "bin-" + PostgresBinaries.VERSION;
            Files.createSymbolicLink(
                    home.resolve(programs),
                    TestDatabase.folder().resolve("postgres").resolve(programs));
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static PostgresSettings small(Path folder) {
        return new PostgresSettings(folder, 32, 256, 20);
    }

    /** Opens the product's database, without its modules' tables. */
    static Database open(Path folder) {
        return Database.embedded(small(folder), 2);
    }

    public static ProcessHandle postmaster(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }
}
