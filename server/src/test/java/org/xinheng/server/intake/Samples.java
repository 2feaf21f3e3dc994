package org.xinheng.server.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files, as they were published and damaged; not part of the project, and tests say so where they are absent. */
public final class Samples {

    private static final Path FOLDER = Path.of(System.getenv()
                    .getOrDefault(
                            "XINHENG_SAMPLES",
                            Path.of(System.getProperty("xinheng.home", ".."), "..", "shared", "data")
                                    .toString()))
            .normalize();

    private Samples() {}

    /** @param name below the folder of samples; the test is skipped where it is not there */
    public static Path require(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(
                Files.isRegularFile(file),
                () -> "SKIPPED: no " + name + " in " + FOLDER + " (XINHENG_SAMPLES names the folder of samples)");
        return file;
    }
}
