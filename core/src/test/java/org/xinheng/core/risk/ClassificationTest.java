package org.xinheng.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.RiskRules.RiskClass;
import org.xinheng.core.policy.RiskRules.Signal;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** The highest class of the signals that are found holds, each with the records that brought it. */
class ClassificationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final Title TITLE = new Title("类", "Class");

    private static Rule rule(String id, LocalDate from) {
        return new Rule(
                id,
                TITLE,
                new Validity(from, null),
                new Basis("《测试办法》（虚构）", null, null, Basis.Level.HOUSE),
                Confidence.PROPOSED,
                "test.yaml:1");
    }

    private static Signal signal(String type, @Nullable String severity, int atLeast, String riskClass) {
        return new Signal(
                rule("risk.signal." + riskClass, LocalDate.of(2020, 1, 1)),
                type,
                severity,
                atLeast,
                Period.ofMonths(12),
                false,
                riskClass);
    }

    private static RiskRules rules(Signal... signals) {
        return new RiskRules(
                rule("risk", LocalDate.of(2020, 1, 1)),
                List.of(new RiskClass("A", TITLE, 1), new RiskClass("C", TITLE, 3), new RiskClass("D", TITLE, 4)),
                "monthly",
                List.of(signals),
                new DatedTable<>(List.of(), one -> one.rule().validity()));
    }

    private static final RiskRules RULES =
            rules(signal("honour", null, 1, "A"), signal("penalty", null, 2, "C"), signal("penalty", "severe", 1, "D"));

    private static RiskRecord penalty(String address, @Nullable String severity, LocalDate decided) {
        return new RiskRecord(address, "penalty", severity, decided, null);
    }

    @Test
    void whoShowsNoSignalHasNoClass() {
        assertThat(Classification.of(RULES, List.of(), DAY)).isEmpty();
        assertThat(Classification.of(RULES, List.of(penalty("a", "general", DAY)), DAY))
                .as("one of two")
                .isEmpty();
    }

    @Test
    void theHighestClassHoldsAndAllReasonsAreSaid() {
        var records = List.of(
                new RiskRecord("h", "honour", null, DAY, null),
                penalty("a", "general", DAY),
                penalty("b", "severe", DAY));

        Classification found = Classification.of(RULES, records, DAY).orElseThrow();

        assertThat(found.riskClass().id()).isEqualTo("D");
        assertThat(found.reasons())
                .extracting(one -> one.riskClass().id() + one.records())
                .containsExactly("D[b]", "C[a, b]", "A[h]");
    }

    @Test
    void recordsCountFromTheirDecisionForTheTimeOfTheSignal() {
        var lastDay = List.of(penalty("a", "severe", DAY.minusMonths(12).plusDays(1)));
        var dayAfter = List.of(penalty("a", "severe", DAY.minusMonths(12)));
        var tomorrow = List.of(penalty("a", "severe", DAY.plusDays(1)));

        assertThat(Classification.of(RULES, lastDay, DAY)).isPresent();
        assertThat(Classification.of(RULES, dayAfter, DAY)).isEmpty();
        assertThat(Classification.of(RULES, tomorrow, DAY)).isEmpty();
    }

    @Test
    void aSignalCountsFromItsFirstDay() {
        Signal later = new Signal(
                rule("risk.signal.later", DAY.plusDays(1)), "penalty", null, 1, Period.ofMonths(12), false, "D");

        assertThat(Classification.of(rules(later), List.of(penalty("a", null, DAY)), DAY))
                .isEmpty();
    }

    private static List<RiskRecord> entry(LocalDate decided, @Nullable LocalDate until) {
        return List.of(new RiskRecord("e", "entry", null, decided, until));
    }

    @Test
    void anEntryCountsWhileItStandsAndIsLookedBackAtFromItsEnd() {
        RiskRules rules = rules(new Signal(
                rule("risk.signal.entry", LocalDate.of(2020, 1, 1)), "entry", null, 1, Period.ofMonths(12), true, "D"));
        LocalDate longAgo = DAY.minusYears(4);

        assertThat(Classification.of(rules, entry(longAgo, null), DAY))
                .as("for good")
                .isPresent();
        assertThat(Classification.of(rules, entry(longAgo, DAY), DAY))
                .as("its last day")
                .isPresent();
        assertThat(Classification.of(rules, entry(longAgo, DAY.minusMonths(12).plusDays(1)), DAY))
                .as("ended within the look-back")
                .isPresent();
        assertThat(Classification.of(rules, entry(longAgo, DAY.minusMonths(12)), DAY))
                .as("ended before it")
                .isEmpty();
        assertThat(Classification.of(rules, entry(DAY.plusDays(1), null), DAY))
                .as("not begun")
                .isEmpty();
    }

    @Test
    void aRecordThatIsNoEntryCountsFromItsDecisionWhateverItsEnd() {
        assertThat(Classification.of(
                        rules(signal("entry", null, 1, "D")), entry(DAY.minusMonths(12), DAY.plusYears(1)), DAY))
                .isEmpty();
    }

    @Test
    void noSignalIsInForceBeforeTheRulesAre() {
        RiskRules later = new RiskRules(
                rule("risk", DAY.plusDays(1)),
                RULES.classes(),
                "monthly",
                RULES.signals(),
                new DatedTable<>(List.of(), one -> one.rule().validity()));

        assertThat(RULES.signalsOn(DAY)).hasSize(3);
        assertThat(later.signalsOn(DAY)).isEmpty();
        assertThat(later.signalsOn(DAY.plusDays(1))).hasSize(3);
    }
}
