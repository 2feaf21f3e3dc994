package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All packs together load in two seconds. */
class LoadingTimeTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void allShippedPacksLoadInTwoSeconds() throws IOException {
        List<String> names;
        try (Stream<Path> folders = Files.list(PackLoaderTest.PACKS)) {
            names = folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
        Duration best = Duration.ofDays(1);
        // The machine may be busy with something else: the best of three is what the code needs.
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (String name : names) {
                PackLoaderTest.load(PackLoaderTest.PACKS, name);
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).as(names + " in " + best).isLessThan(LIMIT);
    }
}
