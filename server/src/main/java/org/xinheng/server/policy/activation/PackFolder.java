package org.xinheng.server.policy.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.packs.PackContent;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.policy.PackShelf;

/** The folder of packs, which clerks and operators edit. */
public final class PackFolder implements PackShelf {

    private static final String HEAD = "pack.yaml";

    private final Path packs;

    public PackFolder(Path packs) {
        this.packs = packs;
    }

    Path packs() {
        return packs;
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(packs)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(HEAD)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public PackLoading read(String name) throws IOException {
        return PackLoader.load(packs, name);
    }

    /** The files of a pack as they lie there now. */
    PackContent content(String name) throws IOException {
        return PackContent.read(packs, name);
    }
}
