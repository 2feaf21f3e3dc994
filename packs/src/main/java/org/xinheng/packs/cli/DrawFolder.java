package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.xinheng.core.draw.Annex;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.FrozenDraw;
import org.xinheng.core.draw.Opening;
import org.xinheng.core.draw.SealedDraw;

/** The files of one draw. Nothing is ever written over: each step may be done once. */
record DrawFolder(Path path) {

    static final String FROZEN = "frozen.txt";
    static final String SEALED = "sealed.txt";
    static final String OPENINGS = "openings.private.txt";
    static final String ANNEX = "annex.private.txt";
    static final String PUBLIC = "public.txt";
    static final String FULL = "full.private.txt";

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    Path write(String name, Collection<String> lines) throws IOException {
        Path file = path.resolve(name);
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.CREATE_NEW);
        return file;
    }

    /** Readable by its owner alone, where the file system knows owners. */
    Path writePrivately(String name, Collection<String> lines) throws IOException {
        Path file = path.resolve(name);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    FrozenDraw frozen() throws IOException, BrokenBundle {
        return Bundle.readFrozen(read(FROZEN));
    }

    SealedDraw sealed() throws IOException, BrokenBundle {
        String[] seal = read(SEALED).getFirst().split("\t", -1);
        return new SealedDraw(frozen(), seal[0], Instant.parse(seal[1]));
    }

    Annex annex() throws IOException, BrokenBundle {
        return Bundle.readAnnex(read(ANNEX));
    }

    Map<String, Opening> openings() throws IOException, BrokenBundle {
        return Bundle.readOpenings(read(OPENINGS));
    }

    private List<String> read(String name) throws IOException {
        return lines(path.resolve(name));
    }

    /** Parted by line feeds alone, the last one taken off: what is hashed is every byte. */
    static List<String> lines(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + "\n";
        return List.of(body.split("\n", -1));
    }
}
