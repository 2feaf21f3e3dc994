package org.xinheng.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a server keeps its data that several test classes share: a folder of JUnit would end with the first of them. */
public final class DataFolder {

    private DataFolder() {}

    /**
     * A new, empty folder below {@code target}; the next clean build removes it.
     *
     * @param name of the server, the beginning of the folder's name
     */
    public static Path of(String name) {
        try {
            return Files.createTempDirectory(Path.of("target"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
