package org.xinheng.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Copies shipped packs into a folder where a test may change them. */
final class PackCopy {

    private PackCopy() {}

    static void into(Path folder, String... packs) throws IOException {
        for (String pack : packs) {
            Path from = PackLoaderTest.PACKS.resolve(pack);
            try (var files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Path to = folder.resolve(pack).resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(file, to);
                    }
                }
            }
        }
    }

    static void change(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }
}
