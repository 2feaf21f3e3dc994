package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.packs.Project;

class PackDiffTests {

    @Test
    void aPackDiffersInNothingFromItself() {
        Run run = Run.of("pack", "diff", "national", "national");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatAPlaceAddsAndWhatItChangesWithBothPlaces() {
        Run run = Run.of("--lang", "en", "pack", "diff", "national", "shangqiu");

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.matches("\\+\twithdrawal\\.on-update\tshangqiu/deadlines\\.yaml:\\d+"))
                .anyMatch(line -> line.matches("~\tintake-verification\tbasis\\.source\txinheng\thenan-credit"
                        + "\tnational/deadlines\\.yaml:\\d+\tshangqiu/deadlines\\.yaml:\\d+"))
                .anyMatch(line -> line.startsWith("~\tplace\tlead-authority.zh\t"))
                .noneMatch(line -> line.startsWith("-\t"));
        assertThat(run.err()).contains("shangqiu against national");
    }

    @Test
    void comparesAnEditedCopyWithTheOneInForce(@TempDir Path copies) throws IOException {
        Path national = Project.home().resolve("policy-packs/national");
        try (var files = Files.walk(national)) {
            for (Path file : files.toList()) {
                Path copy = copies.resolve("national")
                        .resolve(national.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path deadlines = copies.resolve("national/deadlines.yaml");
        Files.writeString(
                deadlines,
                Files.readString(deadlines).replaceFirst("(- id: withdrawal[\\s\\S]*?)days: 3", "$1days: 2"));

        Run run = Run.of("pack", "diff", "national", copies.resolve("national").toString());

        assertThat(run.lines()).hasSize(1);
        assertThat(List.of(run.lines().getFirst().split("\t")).subList(0, 5))
                .containsExactly("~", "withdrawal", "days", "3", "2");
    }

    @Test
    void aPackThatDoesNotLoadIsNotCompared() {
        assertThat(Run.of("pack", "diff", "national", "nowhere").exit()).isEqualTo(1);
    }
}
