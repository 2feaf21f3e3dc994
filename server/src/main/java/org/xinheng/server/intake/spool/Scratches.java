package org.xinheng.server.intake.spool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the reader of one delivery may put what does not fit into memory.
 *
 * @param folder of the delivery; created when it is needed
 */
public record Scratches(Path folder) {

    /** @param name used once in the delivery */
    public SealedScratch open(String name) throws IOException {
        return new SealedScratch(folder, name);
    }
}
