package org.xinheng.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.core.measure.FeedCycles.Cycle;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Policy;

/** Which cycles a body let pass without a word. In July 2026 ten working days are two weeks: no day of it is a holiday. */
class FeedCyclesTest {

    private static final Policy POLICY = expecting("2026-06-29", null);

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

    private static Policy expecting(String from, @org.jspecify.annotations.Nullable String to) {
        return TestPolicies.expecting(new ExpectedFeed(
                TestPolicies.rule("feed-of.all", from, to), List.of(TestPolicies.PENALTY), List.of(), null));
    }

    private static List<Cycle> cycles(Policy policy, String code, String first, String last, String... heard) {
        Authority body = policy.authority(code).orElseThrow();
        return FeedCycles.of(
                policy,
                TestPolicies.penalty("working"),
                body,
                new TreeSet<>(Stream.of(heard).map(LocalDate::parse).toList()),
                new FeedCycles.Span(LocalDate.parse(first), LocalDate.parse(last), OPENED));
    }

    private static List<String> july(String... heard) {
        return cycles(POLICY, TestPolicies.STANDING, "2026-07-01", "2026-08-31", heard).stream()
                .map(cycle -> cycle.due() + (cycle.kept() ? " kept" : " missed"))
                .toList();
    }

    @Test
    void whoIsNeverHeardMissesOneCycleAfterTheOther() {
        assertThat(july())
                .containsExactly("2026-07-13 missed", "2026-07-27 missed", "2026-08-10 missed", "2026-08-24 missed");
    }

    @Test
    void aCycleRunsFromTheLastWord() {
        assertThat(july("2026-07-02", "2026-07-10", "2026-07-24"))
                .as("ten working days after 10 and 24 July, and after 7 August in silence")
                .containsExactly("2026-07-13 kept", "2026-07-24 kept", "2026-08-07 missed", "2026-08-21 missed");
    }

    @Test
    void aWordBeforeThePeriodCountsInIt() {
        assertThat(july("2026-06-30")).startsWith("2026-07-13 kept");
        assertThat(cycles(POLICY, TestPolicies.STANDING, "2026-08-01", "2026-08-31", "2026-07-24", "2026-07-30"))
                .extracting(cycle -> cycle.due() + (cycle.kept() ? " kept" : " missed"))
                .as("the word of 30 July keeps the cycle that ends in August")
                .containsExactly("2026-08-07 kept", "2026-08-13 missed", "2026-08-27 missed");
    }

    @Test
    void twoPeriodsTogetherAreTheWhole() {
        String[] heard = {"2026-07-02", "2026-07-10", "2026-07-24", "2026-07-30", "2026-08-20"};
        List<Cycle> whole = cycles(POLICY, TestPolicies.STANDING, "2026-07-01", "2026-08-31", heard);
        for (LocalDate cut = LocalDate.of(2026, 7, 1); cut.isBefore(LocalDate.of(2026, 8, 31)); cut = cut.plusDays(1)) {
            List<Cycle> parts =
                    new ArrayList<>(cycles(POLICY, TestPolicies.STANDING, "2026-07-01", cut.toString(), heard));
            parts.addAll(cycles(POLICY, TestPolicies.STANDING, cut.plusDays(1).toString(), "2026-08-31", heard));
            assertThat(parts).as("cut after " + cut).isEqualTo(whole);
        }
    }

    @Test
    void aCycleThatIsNotOverIsNotMissed() {
        assertThat(cycles(POLICY, TestPolicies.STANDING, "2026-07-01", "2026-07-12"))
                .isEmpty();
        assertThat(cycles(POLICY, TestPolicies.STANDING, "2026-07-01", "2026-07-13"))
                .hasSize(1);
    }

    @Test
    void nobodyMissedACycleBeforeThereWasAPlaceToReportTo() {
        Policy longDuty = expecting("2024-01-01", null);
        LocalDate opened = LocalDate.of(2026, 7, 24);
        FeedCycles.Span span = new FeedCycles.Span(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 8, 31), opened);
        for (TreeSet<LocalDate> heard : List.of(new TreeSet<>(List.of(opened)), new TreeSet<LocalDate>())) {
            assertThat(FeedCycles.of(
                            longDuty,
                            TestPolicies.penalty("working"),
                            longDuty.authority(TestPolicies.STANDING).orElseThrow(),
                            heard,
                            span))
                    .as("whoever was heard on that day, and whoever never was")
                    .containsExactly(
                            new Cycle(opened, LocalDate.of(2026, 8, 7), false, false),
                            new Cycle(LocalDate.of(2026, 8, 7), LocalDate.of(2026, 8, 21), false, false));
        }
    }

    @Test
    void whoSpeaksLateWipesOutNoSilenceBeforeIt() {
        assertThat(july("2026-08-20"))
                .as("silent through three cycles, heard in the fourth")
                .containsExactly("2026-07-13 missed", "2026-07-27 missed", "2026-08-10 missed", "2026-08-24 kept");
    }

    @Test
    void nobodyOwesWordBeforeOrAfterTheDutyNorAfterTheBodysEnd() {
        assertThat(cycles(expecting("2026-08-17", null), TestPolicies.STANDING, "2026-07-01", "2026-08-30"))
                .isEmpty();
        assertThat(cycles(expecting("2026-06-29", "2026-07-20"), TestPolicies.STANDING, "2026-07-01", "2026-08-31"))
                .hasSize(1);
        assertThat(cycles(POLICY, TestPolicies.ENDED, "2026-07-01", "2026-08-31"))
                .isEmpty();
    }
}
