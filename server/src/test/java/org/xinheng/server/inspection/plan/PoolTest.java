package org.xinheng.server.inspection.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.draw.Freezing;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.inspection.plan.Plan.Awaited;
import org.xinheng.server.inspection.plan.Plan.Order;
import org.xinheng.server.inspection.plan.Plan.Scope;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.Organisations.Merged;

/** Who is in a pool, and why somebody is not. */
class PoolTest {

    private static final String ONE = "91990101MA00101095";
    private static final String OTHER = "91990101MA00101170";
    private static final Map<String, BigDecimal> PERCENT =
            Map.of("A", BigDecimal.ONE, "B", BigDecimal.TWO, "C", BigDecimal.TEN, "D", BigDecimal.valueOf(40));
    private static final InspectionRules RULES = rules();

    private static InspectionRules rules() {
        Path packs = Path.of(System.getProperty("xinheng.home", ".."), "policy-packs");
        try {
            if (PackLoader.load(packs, "national") instanceof PackLoading.Loaded loaded) {
                return Objects.requireNonNull(loaded.policy().instruments().inspection());
            }
            throw new AssertionError("the national pack does not load");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Organisation organisation(long id, String code, State state, @Nullable String jurisdiction) {
        return new Organisation(
                id, code, "示例", List.of(), "企业", state, jurisdiction, LocalDate.of(2020, 1, 1), List.of(), true);
    }

    private static Order order(String division, String... codes) {
        return new Order(
                "计划",
                List.of("food-sale", "fire-safety"),
                new Awaited("welfare-lottery", "2026088期", Instant.parse("2026-08-04T13:15:00Z")),
                new Scope(division, List.of(codes)),
                LocalDate.of(2026, 8, 10),
                LocalDate.of(2026, 8, 20));
    }

    private static Pool pool(Order order, RiskClasses.Snapshot classes, Set<Long> watched, Map<Long, Integer> visits) {
        return new Pool(RULES, PERCENT, order, new Pool.Around(classes, watched, visits, Map.of(1L, List.of("ZF1"))));
    }

    private static Freezing.Entry entry(Organisation one, RiskClasses.Snapshot classes, Set<Long> watched, int visits) {
        Pool pool = pool(order(""), classes, watched, Map.of(one.id(), visits));
        pool.offer(one, order(""));
        assertThat(pool.entries()).hasSize(2);
        return pool.entries().getFirst();
    }

    @Test
    void eachItemIsAnEntryWithItsQualificationAndTheConflictsOfTheOrganisation() {
        Pool pool = pool(order(""), _ -> Optional.of("A"), Set.of(), Map.of());
        pool.offer(organisation(1, ONE, State.EXISTING, "990101"), order(""));

        assertThat(pool.entries())
                .containsExactly(
                        new Freezing.Entry(ONE, "A", List.of("食品"), List.of("ZF1"), 0, ""),
                        new Freezing.Entry(ONE, "A", List.of("消防"), List.of("ZF1"), 0, ""));
    }

    @Test
    void withoutAClassThePacksDefaultHolds() {
        Organisation one = organisation(1, ONE, State.EXISTING, null);

        assertThat(entry(one, _ -> Optional.empty(), Set.of(), 0).group()).isEqualTo(RULES.defaultClass());
        assertThat(entry(one, _ -> Optional.of("unheard-of"), Set.of(), 0).group())
                .isEqualTo(RULES.defaultClass());
    }

    @Test
    void aWatchTagMakesAVisitLikelierAndNeverLessLikely() {
        Organisation one = organisation(1, ONE, State.EXISTING, null);

        assertThat(entry(one, _ -> Optional.of("A"), Set.of(1L), 0).group()).isEqualTo(Pool.WATCHED);
        assertThat(entry(one, _ -> Optional.of("D"), Set.of(1L), 0).group()).isEqualTo("D");
        assertThat(entry(one, _ -> Optional.of("A"), Set.of(2L), 0).group()).isEqualTo("A");
    }

    @Test
    void whoWasVisitedOftenEnoughForItsClassIsLeftOut() {
        Organisation one = organisation(1, ONE, State.EXISTING, null);

        assertThat(entry(one, _ -> Optional.of("A"), Set.of(), 1).exclusion()).isEqualTo(Freezing.BURDEN);
        assertThat(entry(one, _ -> Optional.of("D"), Set.of(), 3).exclusion()).isEmpty();
        assertThat(entry(one, _ -> Optional.of("D"), Set.of(), 4).exclusion()).isEqualTo(Freezing.BURDEN);
    }

    @Test
    void whoIsGoneIsLeftOutWithTheReason() {
        assertThat(entry(organisation(1, ONE, State.CANCELLED, null), _ -> Optional.empty(), Set.of(), 9)
                        .exclusion())
                .isEqualTo("closed");
        assertThat(entry(organisation(1, ONE, State.MOVED_OUT, null), _ -> Optional.empty(), Set.of(), 0)
                        .exclusion())
                .isEqualTo("moved-out");
        assertThat(entry(organisation(1, ONE, State.UNKNOWN, null), _ -> Optional.empty(), Set.of(), 0)
                        .exclusion())
                .isEqualTo("not-registered");
    }

    @Test
    void onlyThosePlacedInTheDivisionAreMeant() {
        for (String wide : List.of("990000", "990100", "990101", "")) {
            Pool pool = pool(order(wide), _ -> Optional.empty(), Set.of(), Map.of());
            pool.offer(organisation(1, ONE, State.EXISTING, "990101"), order(wide));
            assertThat(pool.entries()).as(wide).isNotEmpty();
        }
        Pool elsewhere = pool(order("990102"), _ -> Optional.empty(), Set.of(), Map.of());
        elsewhere.offer(organisation(1, ONE, State.EXISTING, "990101"), order("990102"));
        elsewhere.offer(organisation(2, OTHER, State.EXISTING, null), order("990102"));
        assertThat(elsewhere.entries()).isEmpty();
    }

    @Test
    void aNamedCodeThatTheRegisterDoesNotHoldIsMissing() {
        Order named = order("", ONE, OTHER);
        Pool pool = pool(named, _ -> Optional.empty(), Set.of(), Map.of());
        pool.offer(organisation(1, ONE, State.EXISTING, null), named);
        pool.offer(organisation(3, "91990101MA0010125T", State.EXISTING, null), named);

        assertThat(pool.missing()).containsExactly(OTHER);
        assertThat(pool.entries()).extracting(Freezing.Entry::code).containsOnly(ONE);
    }

    @Test
    void whatWasWrittenUnderAMergedEntryHoldsForTheOneThatItLedTo() {
        Pool.Around around = new Pool.Around(
                        _ -> Optional.of("A"),
                        Set.of(8L),
                        Map.of(1L, 1, 8L, 2, 9L, 4),
                        Map.of(1L, List.of("ZF1"), 8L, List.of("ZF2"), 9L, List.of("ZF3")))
                .led(List.of(new Merged(8, null, 1)));
        Pool pool = new Pool(RULES, PERCENT, order(""), around);
        pool.offer(organisation(1, ONE, State.EXISTING, null), order(""));

        Freezing.Entry entry = pool.entries().getFirst();
        assertThat(entry.group()).isEqualTo(Pool.WATCHED);
        assertThat(entry.visits()).isEqualTo(3);
        assertThat(entry.conflicts()).containsExactlyInAnyOrder("ZF1", "ZF2");
    }
}
