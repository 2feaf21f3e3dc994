package org.xinheng.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Measure.Trigger;
import org.xinheng.core.policy.SubjectKind;

/** What a catalogue attaches: by matter, day, subject, kind, amount and time since the decision. */
class MeasureCatalogueTests {

    private static final Period THREE_YEARS = Period.ofYears(3);
    private static final MeasureCatalogue CATALOGUE = MeasureCatalogue.of(TestPolicies.policy(
            TestPolicies.measure(
                    "closed", "2020-01-01", null, List.of("procurement", "funds"), trigger(null, "责令关闭", "吊销许可证件")),
            TestPolicies.measure("fined", "2022-02-08", "2026-12-31", List.of("procurement"), trigger("2000000")),
            TestPolicies.measure("other", "2020-01-01", null, List.of("tendering"), trigger(null, "其他-"))));

    private static Trigger trigger(@Nullable String fineFrom, String... kinds) {
        return new Trigger(
                TestPolicies.PENALTY, List.of(kinds), fineFrom == null ? null : new BigDecimal(fineFrom), THREE_YEARS);
    }

    private static Ground ground(String decided, @Nullable String fine, String... kinds) {
        return new Ground(
                TestPolicies.PENALTY,
                LocalDate.parse(decided),
                List.of(kinds),
                fine == null ? null : new BigDecimal(fine),
                null);
    }

    private static Ground listing(String decided, String lastDay) {
        return new Ground(
                TestPolicies.PENALTY, LocalDate.parse(decided), List.of("责令关闭"), null, LocalDate.parse(lastDay));
    }

    private static List<Consequence> asked(String matter, String day, Ground... grounds) {
        return CATALOGUE.consequences(matter, SubjectKind.ORGANISATION, List.of(grounds), LocalDate.parse(day));
    }

    private static String ids(List<Consequence> consequences) {
        return consequences.stream().map(c -> c.measure().id()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "decided 2023-05-06, asked {0}: {1}")
    @CsvSource({
        "2023-05-05, ''",
        "2023-05-06, closed",
        "2026-05-05, closed",
        "2026-05-06, ''",
    })
    void hasEffectFromTheDecisionUntilTheDayBeforeThePeriodIsReached(String day, String expected) {
        assertThat(ids(asked("procurement", day, ground("2023-05-06", null, "责令关闭"))))
                .isEqualTo(expected);
    }

    @Test
    void endsEarlyWhereTheMonthLacksTheDay() {
        Ground leapDay = ground("2024-02-29", null, "责令关闭");

        assertThat(asked("procurement", "2027-02-27", leapDay).getFirst().until())
                .isEqualTo("2027-02-27");
        assertThat(asked("procurement", "2027-02-28", leapDay)).isEmpty();
    }

    @ParameterizedTest(name = "listed 2023-05-06 until {0}, asked {1}: until {2}")
    @CsvSource({
        "2024-05-05, 2024-05-05, 2024-05-05",
        "2024-05-05, 2024-05-06, ",
        "2026-05-05, 2024-05-06, 2026-05-05",
        "2026-05-06, 2024-05-06, 2026-05-05",
        "2028-05-05, 2026-05-06, ",
    })
    void endsWithTheActWhereThatComesFirst(String lastDay, String day, @Nullable String until) {
        List<Consequence> found = asked("procurement", day, listing("2023-05-06", lastDay));

        assertThat(found.stream().map(c -> c.until().toString())).isEqualTo(until == null ? List.of() : List.of(until));
    }

    @ParameterizedTest(name = "a fine of {0}: {1}")
    @CsvSource({"1999999.99, ''", "2000000, fined", "2000000.00, fined", "2000000.01, fined"})
    void fineMeetsTheThresholdFromTheThresholdOn(String fine, String expected) {
        assertThat(ids(asked("procurement", "2024-06-01", ground("2024-05-06", fine, "罚款"))))
                .isEqualTo(expected);
    }

    @Test
    void anUnknownFineReachesNoThreshold() {
        assertThat(asked("procurement", "2024-06-01", ground("2024-05-06", null, "罚款")))
                .isEmpty();
    }

    @ParameterizedTest(name = "asked {0}: {1}")
    @CsvSource({
        "2022-02-07, ''",
        "2022-02-08, fined",
        "2024-02-01, fined",
    })
    void measureAppliesFromItsFirstDayOnAlsoToOlderDecisions(String day, String expected) {
        assertThat(ids(asked("procurement", day, ground("2022-01-10", "9000000", "罚款"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "asked {0}: {1}")
    @CsvSource({"2026-12-31, fined", "2027-01-01, ''"})
    void measureEndsWithItsLastDayWhateverItsGroundsSay(String day, String expected) {
        assertThat(ids(asked("procurement", day, ground("2026-01-10", "9000000", "罚款"))))
                .isEqualTo(expected);
    }

    @Test
    void appliesInTheMattersThatItNamesAndInNoOther() {
        Ground closed = ground("2024-05-06", null, "责令关闭");

        assertThat(ids(asked("funds", "2024-06-01", closed))).isEqualTo("closed");
        assertThat(asked("tendering", "2024-06-01", closed)).isEmpty();
        assertThat(asked("unheard-of", "2024-06-01", closed)).isEmpty();
    }

    @Test
    void merelyHavingRecordsAttachesNothing() {
        assertThat(asked("procurement", "2024-06-01", ground("2024-05-06", "50000", "罚款", "警告")))
                .isEmpty();
        assertThat(asked("procurement", "2024-06-01")).isEmpty();
    }

    @Test
    void recordsOfAnotherTypeAreNoGround() {
        Ground permit = new Ground("administrative-permit", LocalDate.parse("2024-05-06"), List.of("责令关闭"), null, null);

        assertThat(asked("procurement", "2024-06-01", permit)).isEmpty();
        assertThat(CATALOGUE.concerns(permit)).isFalse();
    }

    @Test
    void touchesOnlyTheSubjectsThatItNames() {
        List<Ground> grounds = List.of(ground("2024-05-06", null, "责令关闭"));
        LocalDate day = LocalDate.parse("2024-06-01");

        assertThat(CATALOGUE.consequences("procurement", SubjectKind.INDIVIDUAL_BUSINESS, grounds, day))
                .isEmpty();
        assertThat(CATALOGUE.consequences("procurement", SubjectKind.ORGANISATION, grounds, day))
                .hasSize(1);
    }

    @Test
    void namesEveryGroundWithWhatInItMeetsTheTrigger() {
        List<Consequence> found = asked(
                "procurement",
                "2024-06-01",
                ground("2023-01-02", null, "警告"),
                ground("2023-05-06", "2500000", "罚款", "吊销许可证件"),
                ground("2024-01-02", null, "责令关闭"),
                ground("2020-01-02", null, "责令关闭"));

        assertThat(ids(found)).isEqualTo("closed fined");
        assertThat(found.getFirst().until()).isEqualTo("2027-01-01");
        assertThat(found.getFirst().reasons())
                .containsExactly(
                        new Consequence.Reason(1, new Cause(List.of("吊销许可证件"), null), LocalDate.parse("2026-05-05")),
                        new Consequence.Reason(2, new Cause(List.of("责令关闭"), null), LocalDate.parse("2027-01-01")));
        assertThat(found.getLast().reasons())
                .containsExactly(new Consequence.Reason(
                        1, new Cause(List.of(), new BigDecimal("2500000")), LocalDate.parse("2026-05-05")));
    }

    @Test
    void lastDayIsThatOfTheLongestGroundInWhateverOrderTheyCome() {
        List<Consequence> found = asked(
                "procurement", "2024-06-01", ground("2024-01-02", null, "责令关闭"), ground("2023-05-06", null, "责令关闭"));

        assertThat(found.getFirst().until()).isEqualTo("2027-01-01");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"其他-限期治理, other", "其他-, other", "罚款, ''"})
    void anOpenPrefixMeansAllKindsThatBeginWithIt(String kind, String expected) {
        assertThat(ids(asked("tendering", "2024-06-01", ground("2024-05-06", null, kind))))
                .isEqualTo(expected);
    }

    @Test
    void aNamedKindMeansThatKindAloneEvenWhereAnotherBeginsLikeIt() {
        assertThat(asked("procurement", "2024-06-01", ground("2024-05-06", null, "责令关闭部分设施")))
                .isEmpty();
    }

    @Test
    void concernsWhatAnyMeasureCouldRestOnOnSomeDay() {
        assertThat(CATALOGUE.concerns(ground("1999-05-06", null, "责令关闭"))).isTrue();
        assertThat(CATALOGUE.concerns(ground("1999-05-06", "2000000", "罚款"))).isTrue();
        assertThat(CATALOGUE.concerns(ground("2024-05-06", "1999999", "罚款"))).isFalse();
        assertThat(CATALOGUE.recordTypes()).containsExactly(TestPolicies.PENALTY);
    }

    @Test
    void anEmptyCatalogueConcernsNothing() {
        MeasureCatalogue empty = MeasureCatalogue.of(TestPolicies.policy());

        assertThat(empty.recordTypes()).isEmpty();
        assertThat(empty.concerns(ground("2024-05-06", null, "责令关闭"))).isFalse();
    }

    @Test
    void incentivesAreConsequencesToo() {
        Measure incentive = TestPolicies.incentive("praised", List.of("honours"), trigger(null, "罚款"));
        MeasureCatalogue catalogue = MeasureCatalogue.of(TestPolicies.policy(incentive));

        assertThat(catalogue.consequences(
                        "honours",
                        SubjectKind.ORGANISATION,
                        List.of(ground("2024-05-06", null, "罚款")),
                        LocalDate.parse("2024-06-01")))
                .hasSize(1);
    }

    @Test
    void answersAreTheSameEachTime() {
        Ground[] grounds = {ground("2024-01-02", "3000000", "责令关闭"), ground("2023-05-06", null, "吊销许可证件")};

        assertThat(Map.of("first", asked("procurement", "2024-06-01", grounds)))
                .isEqualTo(Map.of("first", asked("procurement", "2024-06-01", grounds)));
    }
}
