package org.xinheng.benchmarks.ground;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @Test
    void refusesWithOneSentenceWhenTheDiskIsTooSmall(@TempDir Path folder) {
        assertThatThrownBy(() -> new DiskSpace(Long.MAX_VALUE).require(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("磁盘空间不足")
                .hasMessageContaining("Not enough disk")
                .hasMessageContaining("--rows");
    }

    @Test
    void letsARunBeginWhereThereIsRoom(@TempDir Path folder) {
        assertThatCode(() -> new DiskSpace(1).require(folder)).doesNotThrowAnyException();
    }
}
