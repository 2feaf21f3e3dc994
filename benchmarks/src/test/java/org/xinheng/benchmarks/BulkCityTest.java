package org.xinheng.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.testkit.city.BulkCity;

class BulkCityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @Test
    void noTwoOrganisationsShareNameOrCode() {
        var names = new HashSet<String>();
        var codes = new HashSet<String>();
        for (int i = 0; i < 200_000; i++) {
            assertThat(names.add(BulkCity.organisation(i).name())).isTrue();
            assertThat(codes.add(BulkCity.organisation(i).code())).isTrue();
        }
    }

    @Test
    void theSameSeedWritesTheSameFile(@TempDir Path folder) throws IOException {
        new BulkCity(3, DAY).penalties(folder.resolve("a"), 1, 50, 10);
        new BulkCity(3, DAY).penalties(folder.resolve("b"), 1, 50, 10);
        new BulkCity(4, DAY).penalties(folder.resolve("c"), 1, 50, 10);
        assertThat(folder.resolve("a")).hasSameTextualContentAs(folder.resolve("b"));
        assertThat(Files.readString(folder.resolve("a"))).isNotEqualTo(Files.readString(folder.resolve("c")));
    }

    @Test
    void writesAHeaderAndSoManyRows(@TempDir Path folder) throws IOException {
        new BulkCity(3, DAY).penalties(folder.resolve("a"), 1, 50, 10, row -> row.put("CF_YJ", ""));
        assertThat(Files.readAllLines(folder.resolve("a"))).hasSize(51);
    }
}
