package org.xinheng.core.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xinheng.core.draw.Draws.PUBLISHED;
import static org.xinheng.core.draw.Draws.SEALED;
import static org.xinheng.core.draw.Draws.SEED;
import static org.xinheng.core.draw.Draws.draw;
import static org.xinheng.core.draw.Draws.pool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.draw.BundleFault.Code;

/** Anybody can compute a draw again, and nobody can change it after the commitment. */
class DrawCommitmentTest {

    @TempDir
    Path folder;

    @Test
    void aThousandDrawsAreComputedAgainByTheScript() throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            Freezing.Frozen pool = pool(random, 20 + random.nextInt(60));
            Draw draw = draw(pool, "03 09 14 21 27 32 + " + i);
            files.add(write("public" + i, Bundle.open(draw, pool.openings())));
            files.add(write("full" + i, Bundle.full(draw, pool.annex(), pool.openings())));
        }
        List<String> said = script(files);
        assertThat(said).hasSize(2_000).allMatch(line -> line.endsWith("\tholds"));
    }

    @Test
    void theScriptRefusesWhatIsNoBundleThoughItsCommitmentHolds() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        Freezing.Frozen pool = pool(random, 40);
        List<String> lines = Bundle.full(draw(pool, "03 09 14 21 27 32"), pool.annex(), pool.openings())
                .lines();

        List<FrozenDraw.Ticket> tickets = pool.frozen().tickets();
        String first = tickets.getFirst().lot();
        String last = tickets.getLast().lot();

        assertThat(script(List.of(
                        forged("version", lines, "xinheng-draw 2", "xinheng-draw 1"),
                        forged("alone", lines, "team\t2", "team\t1"),
                        forged("order", lines, "plan\t", "source\t"),
                        forged("size", lines, "ticket\t" + first, "ticket\t" + last))))
                .extracting(line -> line.substring(line.indexOf('\t') + 1))
                .containsExactly(
                        "it is not written as a bundle",
                        "a size is wrong",
                        "it is not written as a bundle",
                        "a size is wrong");
    }

    /** The lines with one beginning changed, and the root of the changed ones. */
    private String forged(String name, List<String> lines, String before, String after) throws IOException {
        int sealed = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("sealed\t"))
                .findFirst()
                .orElseThrow();
        List<String> changed = new ArrayList<>(lines);
        int at = IntStream.range(0, sealed)
                .filter(i -> lines.get(i).startsWith(before))
                .findFirst()
                .orElseThrow();
        changed.set(at, after + lines.get(at).substring(before.length()));
        String frozen = String.join("\n", changed.subList(0, sealed)) + "\n";
        String[] seal = lines.get(sealed).split("\t");
        changed.set(sealed, "sealed\t" + HexFormat.of().formatHex(sha256(frozen)) + "\t" + seal[2]);
        return write(name, changed);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(String name, Bundle bundle) throws IOException {
        return write(name, bundle.lines());
    }

    private String write(String name, List<String> lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return name;
    }

    /** Many files in one process of Python. */
    private List<String> script(List<String> files) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("xinheng.home", ".."), "tools", "verify_draw.py")
                .toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(files);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no python3 on the path");
            throw e;
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }

    @Test
    void everyChangeOfOneEntryAfterTheCommitmentIsFoundByUsAndByTheScript() throws IOException, InterruptedException {
        Random random = new Random(SEED + 1);
        List<String> files = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 1_000; i++) {
            Freezing.Frozen pool = pool(random, 30);
            List<String> lines = new ArrayList<>(
                    Bundle.open(draw(pool, "号码" + i), pool.openings()).lines());
            change(lines, random, i);
            files.add(write("changed" + i, lines));
            found += isFaulty(lines) ? 1 : 0;
        }
        assertThat(found).isEqualTo(1_000);
        List<String> said = script(files);
        assertThat(said).hasSize(1_000).noneMatch(line -> line.endsWith("\tholds"));
    }

    private static boolean isFaulty(List<String> lines) {
        try {
            return !Bundle.read(lines).check().isEmpty();
        } catch (Bundle.BrokenBundle e) {
            return true;
        }
    }

    /** A digit of a commitment, a load, a count, a plan, an opened code, a team, the annex, or a line less. */
    private static void change(List<String> lines, Random random, int trial) {
        List<String> words = List.of(
                "ticket",
                "inspector",
                "open",
                "visit",
                "annex",
                "plan",
                "excluded",
                "inspector-out",
                "ticket-out",
                "open-out");
        String word = words.get(trial % words.size());
        String kind = word.replace("-out", "");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(kind + "\t")) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            lines.set(1, lines.get(1) + "改");
            return;
        }
        int at = places.get(random.nextInt(places.size()));
        String line = lines.get(at);
        switch (word) {
            case "ticket", "annex" -> lines.set(at, otherDigit(line, line.length() - 1 - random.nextInt(64)));
            case "inspector" -> lines.set(at, line.substring(0, line.lastIndexOf('\t') + 1) + "9");
            case "open" -> lines.set(at, line.contains("MA0") ? line.replaceFirst("MA0", "MA9") : line + "改");
            case "visit" -> lines.set(at, line + "改");
            case "plan" -> lines.set(at, line + "（改）");
            case "excluded" -> lines.set(at, line + "0");
            default -> lines.remove(at);
        }
    }

    private static String otherDigit(String line, int at) {
        char other = line.charAt(at) == '0' ? '1' : '0';
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    @Test
    void aSeedThatIsNotYoungerThanTheCommitmentIsRefused() {
        SealedDraw sealed = pool(new Random(SEED), 20).frozen().seal(SEALED);

        assertThat(sealed.open("值", SEALED)).isEqualTo(new SealedDraw.Outcome.SeedTooOld(SEALED, SEALED));
        assertThat(sealed.open("值", SEALED.minusSeconds(1))).isInstanceOf(SealedDraw.Outcome.SeedTooOld.class);
        assertThat(sealed.open("值", SEALED.plusSeconds(1))).isInstanceOf(SealedDraw.Outcome.Drawn.class);
    }

    @Test
    void aPoolThatWasChangedAfterItsCommitmentDoesNotOpen() {
        FrozenDraw committed = pool(new Random(SEED), 20).frozen();
        FrozenDraw other = pool(new Random(SEED + 9), 20).frozen();

        assertThat(new SealedDraw(other, committed.root(), SEALED).open("值", PUBLISHED))
                .isEqualTo(new SealedDraw.Outcome.Changed(committed.root(), other.root()));
    }

    @Test
    void theFullBundleShowsWhatTheAnnexDoesNotBear() throws Bundle.BrokenBundle {
        Freezing.Frozen pool = pool(new Random(SEED), 60);
        Draw draw = draw(pool, "值");
        List<String> lines = Bundle.full(draw, pool.annex(), pool.openings()).lines();

        assertThat(codes(lines, "stratum\tA\t", "stratum\tA\t9")).contains(Code.ANNEX_CHANGED, Code.STRATUM_FALSE);
        List<String> less = new ArrayList<>(lines);
        less.remove(lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("open\t"))
                .findFirst()
                .orElseThrow()));
        assertThat(codesOf(less)).contains(Code.NOT_OPENED);
    }

    @Test
    void anOrganisationOpensItsOwnTicket() throws Bundle.BrokenBundle {
        Freezing.Frozen pool = pool(new Random(SEED), 20);
        Opening own = pool.openings().values().iterator().next();
        Map<String, Opening> read = Bundle.readOpenings(List.of(Bundle.openLine(own)));

        assertThat(read).containsEntry(own.commitment(), own);
        assertThat(pool.frozen().tickets())
                .contains(new FrozenDraw.Ticket(own.row().lot(), own.commitment()));
    }

    @Test
    void whatIsWrongIsNamed() throws Bundle.BrokenBundle {
        Freezing.Frozen pool = pool(new Random(SEED), 30);
        List<String> lines = Bundle.open(draw(pool, "值"), pool.openings()).lines();

        assertThat(Bundle.read(lines).check()).isEmpty();
        assertThat(codes(lines, "plan\t", "plan\t改")).contains(Code.FROZEN_CHANGED);
        assertThat(codes(lines, "entropy\t2026", "entropy\t2025")).contains(Code.SEED_TOO_OLD);
        assertThat(codes(lines, "MA0", "MA7")).contains(Code.OPENING_FALSE);
        List<String> without = new ArrayList<>(lines);
        without.removeIf(line -> line.startsWith("open\t"));
        assertThat(codesOf(without)).contains(Code.NOT_OPENED);
        List<String> fewer = new ArrayList<>(lines);
        fewer.removeLast();
        assertThat(codesOf(fewer)).containsExactly(Code.VISITS_DIFFER);
    }

    private static List<Code> codes(List<String> lines, String before, String after) throws Bundle.BrokenBundle {
        return codesOf(lines.stream().map(line -> line.replace(before, after)).toList());
    }

    private static List<Code> codesOf(List<String> lines) throws Bundle.BrokenBundle {
        return Bundle.read(lines).check().stream().map(BundleFault::code).toList();
    }
}
