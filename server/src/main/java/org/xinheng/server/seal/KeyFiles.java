package org.xinheng.server.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one key in {@code DIR/keys}: two halves of its seed and, once a successor was asked for, a mark that says so. */
public record KeyFiles(Path folder, String name, Algorithm algorithm) {

    String first() {
        return name + algorithm.suffix() + "-a";
    }

    String second() {
        return name + algorithm.suffix() + "-b";
    }

    private Path mark() {
        return folder.resolve(name + algorithm.suffix() + "-successor");
    }

    /** Halves that are there. */
    public List<Path> present() {
        return Stream.of(first(), second())
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Whether somebody who may write here asked for a successor that has not taken its place yet. */
    public boolean successorWanted() {
        return Files.exists(mark());
    }

    public void successorTook() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the key aside, under names with its id, and leaves the mark; the next start makes the successor. A key that is lost leaves
     * the mark alone.
     *
     * @return where it lies now
     */
    public List<Path> putAside() {
        List<Path> present = present();
        String id =
                present.size() == 2 ? SigningKey.read(folder, name, algorithm).id() : "half";
        try {
            Files.createDirectories(folder);
            Files.write(mark(), new byte[0]);
            for (Path file : present) {
                Files.move(file, aside(file, id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return present.stream().map(file -> aside(file, id)).toList();
    }

    private static Path aside(Path file, String id) {
        return file.resolveSibling(file.getFileName() + "-" + id);
    }
}
