package org.xinheng.packs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.packs.table.PackFolders;

/** Where the tests find the project and the public samples. */
public final class Project {

    private Project() {}

    /** The folder that holds {@code policy-packs}. */
    public static Path home() {
        return Path.of(System.getProperty("xinheng.home", ".."))
                .toAbsolutePath()
                .normalize();
    }

    public static List<Path> nationalPack() {
        return PackFolders.chain(home().resolve("policy-packs"), "national");
    }

    /** A file of the public samples; the test is skipped, visibly, where they are absent. */
    public static Path sample(String name) {
        Path folder = Optional.ofNullable(System.getenv("XINHENG_SAMPLES"))
                .map(Path::of)
                .orElseGet(() -> home().resolveSibling("shared").resolve("data"));
        Path file = folder.resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: no register samples at " + file + " (XINHENG_SAMPLES)");
        return file;
    }
}
