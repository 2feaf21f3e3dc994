package org.xinheng.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.measure.FeedState.Source;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Policy;

/** When a feed is too old to conclude anything from its silence. */
class FeedStateTests {

    private static final Policy POLICY = TestPolicies.policy();

    private static FeedState state(String day, Map<String, String> heard) {
        return state("working", day, heard);
    }

    private static FeedState state(String cycle, String day, Map<String, String> heard) {
        Map<String, LocalDate> days = new HashMap<>();
        heard.forEach((source, heardOn) -> days.put(source, LocalDate.parse(heardOn)));
        return FeedState.of(POLICY, TestPolicies.penalty(cycle), days, LocalDate.parse(day));
    }

    private static Map<String, String> departments(int late, int fresh) {
        Map<String, String> heard = new HashMap<>();
        for (int i = 0; i < late + fresh; i++) {
            heard.put("source-" + i, i < late ? "2026-06-01" : "2026-09-01");
        }
        return heard;
    }

    @Test
    void aTypeThatNobodyEverDeliveredIsStaleWhateverIsTolerated() {
        FeedState nobody = state("2026-06-10", Map.of());

        assertThat(nobody.stale(0)).isTrue();
        assertThat(nobody.stale(100)).isTrue();
        assertThat(nobody.heardOn()).isNull();
        assertThat(nobody.due()).isNull();
    }

    /** Ten working days after Monday 1 June 2026 end with Monday 15 June. */
    @ParameterizedTest(name = "heard 2026-06-01, asked {0}: late {1}")
    @CsvSource({"2026-06-01, false", "2026-06-15, false", "2026-06-16, true"})
    void isLateFromTheDayAfterItsCycle(String day, boolean late) {
        FeedState state = state(day, Map.of(TestPolicies.STANDING, "2026-06-01"));

        assertThat(state.sources())
                .containsExactly(new Source(
                        TestPolicies.STANDING,
                        LocalDate.parse("2026-06-01"),
                        LocalDate.parse("2026-06-15"),
                        false,
                        late));
        assertThat(state.stale(0)).isEqualTo(late);
    }

    private static FeedState expecting(String from, String day, Map<String, LocalDate> heard, @Nullable String cycle) {
        Policy policy = TestPolicies.expecting(new ExpectedFeed(
                TestPolicies.rule("feed-of.all", from, null), List.of(TestPolicies.PENALTY), List.of(), cycle));
        return FeedState.of(policy, TestPolicies.penalty("working"), heard, LocalDate.parse(day));
    }

    /** Five working days after Monday 4 May 2026, of the edition in force then; 5 May is no holiday in this calendar. */
    @ParameterizedTest(name = "expected from 2026-05-04, asked {0}: late {1}")
    @CsvSource({"2026-05-04, false", "2026-05-11, false", "2026-05-12, true"})
    void aSourceThatHasToBeHeardAndNeverWasIsLateFromTheEndOfItsFirstCycle(String day, boolean late) {
        FeedState state = expecting("2026-05-04", day, Map.of(), null);

        assertThat(state.sources())
                .containsExactly(new Source(TestPolicies.STANDING, null, LocalDate.parse("2026-05-11"), false, late));
        assertThat(state.stale(0)).isEqualTo(late);
        assertThat(state.heardOn()).isNull();
    }

    /** Ten working days after Monday 1 June 2026 end with Monday 15 June. */
    @Test
    void whatIsOwedBeginsWithThePlaceToReportToAndWhatMayBeConcludedDoesNot() {
        Policy policy = TestPolicies.expecting(new ExpectedFeed(
                TestPolicies.rule("feed-of.all", "2024-01-01", null), List.of(TestPolicies.PENALTY), List.of(), null));
        LocalDate opened = LocalDate.of(2026, 6, 1);
        for (Map<String, LocalDate> heard :
                List.of(Map.<String, LocalDate>of(), Map.of(TestPolicies.STANDING, LocalDate.of(2026, 5, 4)))) {
            for (LocalDate day : List.of(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 16))) {
                FeedState owed = FeedState.owed(policy, TestPolicies.penalty("working"), heard, day, opened);
                assertThat(owed.sources())
                        .as("never heard, and heard before there was a place")
                        .containsExactly(new Source(
                                TestPolicies.STANDING,
                                heard.get(TestPolicies.STANDING),
                                LocalDate.of(2026, 6, 15),
                                false,
                                day.getDayOfMonth() == 16));
                assertThat(FeedState.of(policy, TestPolicies.penalty("working"), heard, day)
                                .stale(0))
                        .as("as cautious as ever")
                        .isTrue();
            }
        }
    }

    @Test
    void oneWhoWasHeardDoesNotSpeakForOneWhoNeverWas() {
        FeedState state =
                expecting("2024-01-01", "2026-06-10", Map.of("stranger", LocalDate.parse("2026-06-09")), null);

        assertThat(state.late()).extracting(Source::code).containsExactly(TestPolicies.STANDING);
        assertThat(state.stale(0)).isTrue();
        assertThat(state.stale(50)).isFalse();
    }

    @Test
    void aBodyThatIsNoMoreOwesNoWord() {
        assertThat(expecting("2024-01-01", "2026-06-10", Map.of(), null).sources())
                .extracting(Source::code)
                .doesNotContain(TestPolicies.ENDED);
    }

    @Test
    void aDutyMayHaveACycleOfItsOwn() {
        FeedState state = expecting(
                "2024-01-01", "2026-06-25", Map.of(TestPolicies.STANDING, LocalDate.parse("2026-06-01")), "calendar");

        assertThat(state.late()).isEmpty();
        assertThat(state.due()).isEqualTo("2026-07-02");
    }

    @Test
    void cycleIsTheEditionInForceOnTheDayOfTheWord() {
        assertThat(state("2026-06-02", Map.of("a", "2026-05-29"))
                        .sources()
                        .getFirst()
                        .due())
                .isEqualTo("2026-06-05");
        assertThat(state("2026-06-02", Map.of("a", "2026-06-01"))
                        .sources()
                        .getFirst()
                        .due())
                .isEqualTo("2026-06-15");
    }

    @Test
    void workingDaysSkipHolidaysAndCalendarDaysDoNot() {
        assertThat(state("2026-09-30", Map.of("a", "2026-09-30")).due()).isEqualTo("2026-10-15");
        assertThat(state("calendar", "2026-09-30", Map.of("a", "2026-09-30")).due())
                .isEqualTo("2026-10-31");
    }

    @Test
    void oneLateSourceMakesTheFeedStaleWhereNoneIsTolerated() {
        assertThat(state("2026-09-02", departments(1, 59)).stale(0)).isTrue();
        assertThat(state("2026-09-02", departments(0, 60)).stale(0)).isFalse();
    }

    @ParameterizedTest(name = "{0} late of {2} at five percent: {3}")
    @CsvSource({
        "1, 59, 60, false",
        "3, 57, 60, false",
        "4, 56, 60, true",
        "1, 19, 20, false",
        "1, 18, 19, true",
        "1, 0, 1, true"
    })
    void toleratesAShareOfItsSourcesAndNoMore(int late, int fresh, int all, boolean stale) {
        FeedState state = state("2026-09-02", departments(late, fresh));

        assertThat(state.sources()).hasSize(all);
        assertThat(state.late()).hasSize(late);
        assertThat(state.stale(5)).isEqualTo(stale);
    }

    @Test
    void isStaleWhenAllAreLateWhateverIsTolerated() {
        assertThat(state("2026-09-02", departments(3, 0)).stale(100)).isTrue();
        assertThat(state("2026-09-02", departments(3, 1)).stale(100)).isFalse();
    }

    @Test
    void aBodyThatNoLongerExistsIsNotWaitedFor() {
        Map<String, String> heard = Map.of(TestPolicies.ENDED, "2026-04-20", TestPolicies.STANDING, "2026-06-01");

        assertThat(state("2026-06-02", heard).sources())
                .extracting(Source::code)
                .containsExactly(TestPolicies.STANDING);
        assertThat(state("2026-04-30", Map.of(TestPolicies.ENDED, "2026-04-20")).sources())
                .hasSize(1);
        assertThat(state("2026-06-02", Map.of(TestPolicies.ENDED, "2026-04-20")).stale(100))
                .isTrue();
    }

    @Test
    void tellsTheLastWordAndTheNextDayOnWhichSomebodyHasToBeHeard() {
        FeedState state =
                state("2026-07-01", Map.of("late", "2026-06-01", "early", "2026-06-22", "latest", "2026-06-24"));

        assertThat(state.heardOn()).isEqualTo("2026-06-24");
        assertThat(state.due()).isEqualTo("2026-07-06");
        assertThat(state.late()).extracting(Source::code).containsExactly("late");
    }
}
