package org.xinheng.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The national pack and that of the demo city, copied before each test, so that it may change them. */
abstract class CopiedPacks {

    @TempDir
    Path packs;

    @BeforeEach
    void copyThePacks() throws IOException {
        PackCopy.into(packs, "national", "demo-city");
    }

    /** @param file path below the folder of the packs, as {@code national/deadlines.yaml} */
    void change(String file, UnaryOperator<String> change) throws IOException {
        PackCopy.change(packs.resolve(file), change);
    }

    List<PackFault> faultsOf(String pack) throws IOException {
        return Plant.faults(packs, pack);
    }
}
