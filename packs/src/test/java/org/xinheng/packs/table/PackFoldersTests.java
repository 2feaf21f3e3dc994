package org.xinheng.packs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFoldersTests {

    @TempDir
    private Path packs;

    @Test
    void packStandsOnThePacksThatItExtends() throws IOException {
        pack("national", "name: national\n");
        pack("province", "extends: national\n");
        pack("city", "extends: province\n");

        assertThat(PackFolders.chain(packs, "city"))
                .containsExactly(packs.resolve("national"), packs.resolve("province"), packs.resolve("city"));
    }

    @Test
    void unknownPackAndCircleAreFaults() throws IOException {
        pack("a", "extends: b\n");
        pack("b", "extends: a\n");

        assertThatThrownBy(() -> PackFolders.chain(packs, "a")).hasMessageContaining("pack.circle");
        assertThatThrownBy(() -> PackFolders.chain(packs, "nowhere")).hasMessageContaining("pack.unknown");
    }

    private void pack(String name, String head) throws IOException {
        Files.writeString(Files.createDirectories(packs.resolve(name)).resolve("pack.yaml"), head);
    }
}
