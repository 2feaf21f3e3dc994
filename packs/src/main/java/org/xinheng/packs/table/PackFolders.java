package org.xinheng.packs.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the folder of a pack and of the packs that it stands on, the lowest first. */
public final class PackFolders {

    private static final String HEAD = "pack.yaml";

    private PackFolders() {}

    /**
     * @param packs the folder that holds the packs, {@code policy-packs}
     * @param pack name of a folder in it
     * @throws FaultyTableException when a folder is missing or the packs extend each other in a circle
     */
    public static List<Path> chain(Path packs, String pack) {
        List<Path> chain = new ArrayList<>();
        String next = pack;
        while (next != null) {
            Path folder = packs.resolve(next);
            if (!Files.isDirectory(folder)) {
                throw new FaultyTableException(folder.toString(), 0, "pack.unknown", next);
            }
            if (chain.contains(folder)) {
                throw new FaultyTableException(folder.resolve(HEAD).toString(), 0, "pack.circle", next);
            }
            chain.addFirst(folder);
            next = below(folder.resolve(HEAD));
        }
        return chain;
    }

    private static @Nullable String below(Path head) {
        return Files.isRegularFile(head) && TableHead.mapping(head).get("extends") instanceof String base ? base : null;
    }
}
