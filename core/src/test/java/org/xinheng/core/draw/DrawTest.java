package org.xinheng.core.draw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.draw.BundleFault.Code;
import org.xinheng.core.draw.Freezing.Entry;
import org.xinheng.core.draw.FrozenDraw.Head;

/** Anybody can compute a draw again, and nobody can change it after the commitment. */
class DrawTest {

    private static final Instant SEALED = Instant.parse("2026-08-03T01:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-08-04T13:15:00Z");
    private static final List<String> QUALIFICATIONS = List.of("食品", "消防", "特种设备");
    private static final long SEED = Long.getLong("seed", 20260803);

    @TempDir
    Path folder;

    private static Freezing.Frozen pool(Random random, int size) {
        List<Inspector> inspectors = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            inspectors.add(new Inspector("ZF%03d".formatted(i), some(random, QUALIFICATIONS, 0.6), random.nextInt(4)));
        }
        for (String one : QUALIFICATIONS) {
            inspectors.add(new Inspector("全能甲" + one, QUALIFICATIONS, random.nextInt(4)));
            inspectors.add(new Inspector("全能乙" + one, QUALIFICATIONS, random.nextInt(4)));
        }
        List<String> staff =
                inspectors.stream().map(Inspector::staffNumber).limit(14).toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(new Entry(
                    "91990100MA%08d".formatted(i),
                    List.of("A", "B", "C", "D").get(random.nextInt(4)),
                    some(random, QUALIFICATIONS, 0.3),
                    some(random, staff, 0.15),
                    random.nextInt(4),
                    random.nextInt(12) == 0 ? "注销" : ""));
        }
        Freezing freezing = new Freezing(new Head("2026年第三季度双随机抽查", "福利彩票双色球2026088期", 2), 3, random);
        Freezing.Quota quota = (group, count) -> Math.ceilDiv(count * (group.equals("D") ? 30 : 10), 100);
        if (freezing.freeze(entries, inspectors, quota) instanceof Freezing.Outcome.Done done) {
            return done.frozen();
        }
        throw new AssertionError("does not freeze");
    }

    private static List<String> some(Random random, List<String> all, double share) {
        return all.stream().filter(_ -> random.nextDouble() < share).toList();
    }

    private static Draw draw(Freezing.Frozen pool, String entropy) {
        if (pool.frozen().seal(SEALED).open(entropy, PUBLISHED) instanceof SealedDraw.Outcome.Drawn drawn) {
            return drawn.draw();
        }
        throw new AssertionError("does not open");
    }

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

    /** Tickets and public values are fixed: this is a computation, whose outcome no seed of a test changes. */
    @Test
    void aMillionDrawsTakeEveryOrganisationEquallyOften() {
        int organisations = 10;
        Random random = new Random(1);
        Map<String, Opening> openings = new HashMap<>();
        List<FrozenDraw.Ticket> tickets = new ArrayList<>();
        for (int i = 0; i <= organisations; i++) {
            byte[] salt = new byte[Opening.SALT_BYTES];
            random.nextBytes(salt);
            PoolRow row = i == organisations
                    ? PoolRow.blank("L1")
                    : new PoolRow("L1", "91990100MA%08d".formatted(i), List.of(), List.of());
            Opening opening = new Opening(Hash.hex(salt), row);
            openings.put(opening.commitment(), opening);
            tickets.add(new FrozenDraw.Ticket("L1", opening.commitment()));
        }
        SealedDraw sealed = new FrozenDraw(new Head("计划", "来源", 2), "", Map.of(), List.of(), tickets).seal(SEALED);
        Map<String, Integer> counts = new HashMap<>();
        int draws = 1_000_000;
        for (int i = 0; i < draws; i++) {
            counts.merge(new Draw(sealed, "期号" + i, PUBLISHED).opened(openings).getLast(), 1, Integer::sum);
        }
        double expected = (double) draws / organisations;
        double chiSquare = 0;
        for (int count : counts.values()) {
            assertThat(count).isBetween((int) (expected * 0.99), (int) (expected * 1.01));
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // 1 % of fair draws exceed this value at nine degrees of freedom.
        assertThat(counts).hasSize(organisations);
        assertThat(chiSquare).isLessThan(21.67);
    }

    @Test
    void noInspectorVisitsWhereHeMayNotAndEveryTeamHasWhatIsNeeded() {
        Random random = new Random(SEED + 3);
        int visits = 0;
        for (int i = 0; i < 400; i++) {
            Freezing.Frozen pool = pool(random, 80);
            Map<String, Inspector> inspectors = new HashMap<>();
            pool.frozen().inspectors().forEach(one -> inspectors.put(one.staffNumber(), one));
            for (Draw.Visit visit : draw(pool, "期" + i).visits(pool.openings())) {
                PoolRow row =
                        requireNonNull(pool.openings().get(visit.commitment())).row();
                assertThat(visit.team()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
                assertThat(visit.team())
                        .noneMatch(pool.annex().conflicts().getOrDefault(row.code(), List.of())::contains);
                for (String need : row.needs()) {
                    assertThat(visit.team())
                            .anyMatch(one -> requireNonNull(inspectors.get(one))
                                    .qualifications()
                                    .contains(need));
                }
                visits++;
            }
        }
        assertThat(visits).isGreaterThan(3_000);
    }

    @Test
    void visitsGoToThoseWithFewestFirst() {
        List<Inspector> inspectors = List.of(
                new Inspector("A", List.of(), 5),
                new Inspector("B", List.of(), 0),
                new Inspector("C", List.of(), 0),
                new Inspector("D", List.of(), 5));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(new Entry("91990100MA0000000" + i, "A", List.of(), List.of(), 0, ""));
        }
        var outcome = new Freezing(new Head("计划", "来源", 2), 9, new Random(1)).freeze(entries, inspectors, (_, n) -> n);
        assertThat(outcome).isInstanceOf(Freezing.Outcome.Done.class);
        Freezing.Frozen pool = ((Freezing.Outcome.Done) outcome).frozen();

        assertThat(draw(pool, "值").visits(pool.openings())).hasSize(5).allSatisfy(visit -> {
            Map<String, Integer> load = Map.of("A", 5, "B", 0, "C", 0, "D", 5);
            PoolRow row =
                    requireNonNull(pool.openings().get(visit.commitment())).row();
            // Loads differ by more than all visits can make up.
            row.candidates().stream()
                    .filter(one -> !visit.team().contains(one))
                    .forEach(left -> assertThat(visit.team())
                            .allMatch(gone -> load.getOrDefault(gone, 0) <= load.getOrDefault(left, 9)));
        });
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
    void thePublicBundleOpensOnlyWhatWasDrawnAndTellsNoRiskClass() {
        Freezing.Frozen pool = pool(new Random(SEED), 60);
        Draw draw = draw(pool, "值");
        Bundle open = Bundle.open(draw, pool.openings());

        assertThat(open.openings().keySet()).containsExactlyInAnyOrderElementsOf(draw.opened(pool.openings()));
        Set<String> codes = Set.copyOf(
                open.openings().values().stream().map(one -> one.row().code()).toList());
        String text = String.join("\n", open.lines());
        pool.openings().values().stream()
                .map(one -> one.row().code())
                .filter(code -> !code.isEmpty() && !codes.contains(code))
                .forEach(code -> assertThat(text).doesNotContain(code));
        assertThat(open.annex()).isNull();
        assertThat(pool.annex().strata()).extracting(Annex.Stratum::group).containsExactly("A", "B", "C", "D");
        assertThat(Bundle.full(draw, pool.annex(), pool.openings()).check()).isEmpty();
    }

    /** Neither the size of a lot nor the share that is drawn of it differs from class to class. */
    @Test
    void allLotsLookTheSameWhateverTheirClass() {
        Freezing.Frozen pool = pool(new Random(SEED), 300);
        Map<String, Long> sizes = pool.frozen().tickets().stream()
                .collect(Collectors.groupingBy(FrozenDraw.Ticket::lot, Collectors.counting()));

        assertThat(Set.copyOf(pool.annex().classes().values())).hasSize(4);
        assertThat(sizes.keySet()).isEqualTo(pool.annex().classes().keySet());
        assertThat(Set.copyOf(sizes.values())).hasSize(1);
        assertThat(draw(pool, "值").visits(pool.openings())).hasSameSizeAs(sizes.keySet());
    }

    /** Whoever is not named may be in conflict, or was left out by lot: most who are left out have no conflict. */
    @Test
    void noPublishedLineTellsAConflict() {
        Freezing.Frozen pool = pool(new Random(SEED), 300);
        int leftOut = 0;
        int inConflict = 0;
        for (Opening one : pool.openings().values()) {
            List<String> conflicts =
                    pool.annex().conflicts().getOrDefault(one.row().code(), List.of());
            assertThat(one.row().candidates()).noneMatch(conflicts::contains);
            for (Inspector inspector : pool.frozen().inspectors()) {
                if (!one.row().isBlank()
                        && inspector.fits(one.row().needs())
                        && !one.row().candidates().contains(inspector.staffNumber())) {
                    leftOut++;
                    inConflict += conflicts.contains(inspector.staffNumber()) ? 1 : 0;
                }
            }
        }
        assertThat(inConflict).isPositive().isLessThan(leftOut / 3);
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

    @Test
    void jointVisitsAreOneRowAndBurdenedOrganisationsAreLeftOut() {
        List<Inspector> inspectors = List.of(
                new Inspector("A", List.of("食品"), 0),
                new Inspector("B", List.of("消防"), 0),
                new Inspector("C", List.of("消防"), 0));
        List<Entry> entries = List.of(
                new Entry("91990100MA00000001", "A", List.of("食品"), List.of(), 0, ""),
                new Entry("91990100MA00000001", "A", List.of("消防"), List.of("C"), 0, ""),
                new Entry("91990100MA00000002", "A", List.of("食品"), List.of(), 2, ""));
        var freezing = new Freezing(new Head("计划", "来源", 2), 2, new Random(1));

        assertThat(freezing.freeze(entries, inspectors, (_, n) -> n))
                .isInstanceOfSatisfying(Freezing.Outcome.Done.class, done -> {
                    assertThat(done.frozen().openings().values())
                            .extracting(Opening::row)
                            .containsOnly(
                                    new PoolRow("L1", "91990100MA00000001", List.of("食品", "消防"), List.of("A", "B")));
                    assertThat(done.frozen().annex().conflicts())
                            .containsExactly(Map.entry("91990100MA00000001", List.of("C")));
                    assertThat(done.frozen().frozen().excluded()).containsExactly(Map.entry(Freezing.BURDEN, 1));
                });
        assertThat(freezing.freeze(entries.subList(2, 3), inspectors, (_, n) -> n))
                .isEqualTo(new Freezing.Outcome.NobodyLeft(Map.of(Freezing.BURDEN, 1)));
        assertThat(freezing.freeze(entries, inspectors.subList(0, 1), (_, n) -> n))
                .isEqualTo(new Freezing.Outcome.NoTeam(List.of("91990100MA00000001")));
    }

    @Test
    void aVisitTakesTwoAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Head("计划", "来源", 1));
    }
}
