package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.packs.Project;

class PackTests {

    private static final Path PACKS = Project.home().resolve("policy-packs");

    @Test
    void theShippedPacksAreFineAndTheirUnverifiedRulesAreListed() {
        Run run = Run.of(Stream.concat(
                        Stream.of("pack", "lint"),
                        Stream.of(
                                        "national",
                                        "demo-city",
                                        "neijiang",
                                        "jilin",
                                        "jilin-linjiang",
                                        "shangqiu",
                                        "mishan",
                                        "urumqi")
                                .map(pack -> PACKS.resolve(pack).toString()))
                .toArray(String[]::new));

        assertThat(run.err()).doesNotContain("错误");
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).allSatisfy(line -> assertThat(line.split("\t")).hasSize(4));
        assertThat(run.out())
                .contains("\tunverified\tgate.administrative-penalty.simplified.1996\t")
                .contains("\tunverified\tprocurement.larger-fine\t")
                .contains("\tproposed\tfeed.contracts\t");
    }

    @Test
    void aFaultIsNamedWithFileAndLine(@TempDir Path packs) throws IOException {
        Path pack = Files.createDirectory(packs.resolve("small"));
        Files.writeString(pack.resolve("pack.yaml"), "id: small\ntitle: {zh: 小, en: Small}\ncolour: red\n");

        Run run = Run.of("--lang", "en", "pack", "lint", pack.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains(packs + "/small/pack.yaml:3:1\tfault\tkey.unknown\n");
        assertThat(run.err()).contains("\"colour\" is not known here");
    }

    @Test
    void aFolderThatIsNoPackIsAFault() {
        assertThat(Run.of("pack", "lint", "nowhere").exit()).isEqualTo(1);
    }

    @Test
    void explainsARuleWithItsTextItsLawAndItsHistory() {
        Run run = Run.of("pack", "explain", "gate.administrative-penalty.windows", "--on", "2026-04-01");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("general: {published: true, earliest-repair: 3 months, longest: 1 year}")
                .contains("《信用修复管理办法》（国家发展改革委令第36号）", "（部门规章）")
                .contains("policy-packs/national/gate/administrative-penalty.yaml:")
                .contains("其他各版：gate.administrative-penalty.windows.order-58（1949-10-01 – 2026-03-31）");
    }

    @Test
    void explainsAPeriodByItsName() {
        Run run = Run.of("pack", "explain", "withdrawal", "--pack", "demo-city");

        assertThat(run.out()).contains("days: 3").contains("第四十八条第二款").contains("national/deadlines.yaml:");
    }

    @Test
    void anUnknownRuleNamesTheNearOnes() {
        Run run = Run.of("pack", "explain", "feed");

        assertThat(run.out()).contains("feed.register");
        assertThat(Run.of("pack", "explain", "windraw").exit()).isEqualTo(1);
    }
}
