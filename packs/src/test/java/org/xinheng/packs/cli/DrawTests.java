package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw from the shell, step by step: freeze, commit, wait, enter the public value, check. */
class DrawTests {

    private static final List<String> CODES =
            List.of("91990101MA00101095", "91990101MA00101170", "91990101MA0010125T", "91990101MA0010133M");
    private static final String STRANGER = "91990101MA0010141G";
    private static final String LATER = "2026-08-04T13:15:00Z";

    @TempDir
    Path folder;

    private String dir = "";
    private Path pool = Path.of(".");
    private Path inspectors = Path.of(".");

    @BeforeEach
    void tables() throws IOException {
        dir = folder.resolve("draw").toString();
        pool = folder.resolve("pool.csv");
        inspectors = folder.resolve("inspectors.csv");
        Files.writeString(
                pool,
                "code,class,needs,conflicts,visits,exclusion\n"
                        + CODES.get(0) + ",A,食品,,0,\n"
                        + CODES.get(1) + ",D,,ZF1,0,\n"
                        + CODES.get(2) + ",A,,,5,\n"
                        + CODES.get(3) + ",A,,,0,注销\n");
        Files.writeString(inspectors, "staff-number,qualifications,load\nZF1,食品;消防,0\nZF2,食品,1\nZF3,消防,0\n");
    }

    private Run freeze() {
        return Run.of(
                "draw",
                "freeze",
                dir,
                "--plan",
                "第三季度",
                "--pool",
                pool.toString(),
                "--inspectors",
                inspectors.toString(),
                "--source",
                "双色球2026088期",
                "--on",
                "2026-08-03",
                "--most-visits",
                "3");
    }

    @Test
    void goesFromThePoolToABundleThatHolds() throws IOException {
        assertThat(freeze().exit()).isZero();
        assertThat(Run.of("draw", "seal", dir).out())
                .matches("[0-9a-f]{64}\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n");
        backdate();
        Run open = Run.of("draw", "open", dir, "--entropy", "03 09 14 21 27 32 + 08", "--published", LATER);
        assertThat(open.exit()).as(open.err()).isZero();
        assertThat(open.lines()).hasSize(2).allMatch(line -> line.matches("91990101MA\\w{8}\tZF\\d,ZF\\d"));
        assertThat(open.lines()).anyMatch(line -> line.startsWith(CODES.get(1)) && !line.contains("ZF1"));
        Run verify = Run.of("draw", "verify", dir + "/public.txt", dir + "/full.private.txt");
        assertThat(verify.exit()).as(verify.err()).isZero();
        assertThat(Files.readString(folder.resolve("draw/frozen.txt")))
                .contains("excluded\tburden\t1", "excluded\t注销\t1")
                .doesNotContain(CODES.get(0));
    }

    /** The commitment as it would stand had it been made the day before the value was published. */
    private void backdate() throws IOException {
        Path sealed = folder.resolve("draw/sealed.txt");
        Files.writeString(sealed, Files.readString(sealed).replaceFirst("\t.*", "\t2026-08-03T01:00:00Z"));
    }

    @Test
    void aValueThatIsOlderThanTheCommitmentIsRefused() {
        freeze();
        Run.of("draw", "seal", dir);
        Run open = Run.of("draw", "open", dir, "--entropy", "1", "--published", "2020-01-01T00:00:00Z");

        assertThat(open.exit()).isEqualTo(Tools.WRONG_DATA);
        assertThat(open.err()).contains("不予采用");
        assertThat(folder.resolve("draw/public.txt")).doesNotExist();
    }

    @Test
    void aPoolThatWasChangedAfterTheCommitmentIsNotDrawnFrom() throws IOException {
        freeze();
        Run.of("draw", "seal", dir);
        Path frozen = folder.resolve("draw/frozen.txt");
        Files.writeString(frozen, Files.readString(frozen).replace("第三季度", "第四季度"));
        Run open = Run.of("draw", "open", dir, "--entropy", "1", "--published", "2026-01-01T00:00:00Z");

        assertThat(open.exit()).isEqualTo(Tools.WRONG_DATA);
        assertThat(open.err()).contains("与承诺不符");
    }

    @Test
    void eachStepIsDoneOnce() {
        assertThat(freeze().exit()).isZero();
        assertThat(freeze().exit()).isEqualTo(Tools.WRONG_USE);
        assertThat(Run.of("draw", "seal", dir).exit()).isZero();
        assertThat(Run.of("draw", "seal", dir).err()).contains("只能做一次");
    }

    @Test
    void aChangedBundleIsNamedWithWhatIsWrong() throws IOException {
        freeze();
        Run.of("draw", "seal", dir);
        backdate();
        Run.of("draw", "open", dir, "--entropy", "1", "--published", LATER);
        Path bundle = folder.resolve("draw/public.txt");
        Files.writeString(bundle, Files.readString(bundle).replace("第三季度", "第四季度"));
        Run verify = Run.of("draw", "verify", bundle.toString());

        assertThat(verify.exit()).isEqualTo(Tools.WRONG_DATA);
        assertThat(verify.out()).contains("\tFROZEN_CHANGED\t");
    }

    @Test
    void anOrganisationGetsItsOwnRow() {
        freeze();
        assertThat(Run.of("draw", "own", dir, CODES.get(0)).out())
                .startsWith("open\t")
                .contains(CODES.get(0));
        assertThat(Run.of("draw", "own", dir, STRANGER).exit()).isEqualTo(Tools.WRONG_DATA);
    }

    @Test
    void aLineThatCannotBeUsedIsNamed() throws IOException {
        Files.writeString(pool, Files.readString(pool).replace(",D,", ",E,"));
        Run run = freeze();

        assertThat(run.exit()).isEqualTo(Tools.WRONG_DATA);
        assertThat(run.err()).contains("第 3 行", "E");
    }
}
