package org.xinheng.core.draw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.xinheng.core.draw.Draws.PUBLISHED;
import static org.xinheng.core.draw.Draws.SEALED;
import static org.xinheng.core.draw.Draws.SEED;
import static org.xinheng.core.draw.Draws.draw;
import static org.xinheng.core.draw.Draws.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xinheng.core.draw.Freezing.Entry;
import org.xinheng.core.draw.FrozenDraw.Head;

/** Every organisation is drawn equally often, every team is fit for its visit, and what is published tells no class and no conflict. */
class DrawTest {

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
