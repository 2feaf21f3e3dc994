package org.xinheng.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.consent.GrantCheck.Fault;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.ConsentRules.Category;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.policy.ConsentRules.Purpose;
import org.xinheng.core.policy.ConsentRules.Reader;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;
import org.xinheng.core.record.DateWindow;

/** Nobody grants more than the rules allow. */
class GrantCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final ConsentRules RULES = new ConsentRules(
            Map.of(
                    "permits", new Category(rule("consent-data.permits", null), "permits", List.of()),
                    "tax", new Category(rule("consent-data.tax", null), "tax", List.of())),
            Map.of(
                    "loan",
                    new Purpose(
                            rule("consent-purpose.loan", null),
                            "loan",
                            List.of("permits"),
                            Period.ofYears(1),
                            new Frequency(5, Per.MONTH))),
            Map.of(
                    "bank",
                    new Reader(rule("consent-reader.bank", null), "bank", List.of("loan")),
                    "gone",
                    new Reader(rule("consent-reader.gone", TODAY.minusDays(1)), "gone", List.of("loan"))),
            List.of());

    private static Rule rule(String id, @Nullable LocalDate to) {
        return new Rule(
                id,
                new Title("规则", "Rule"),
                new Validity(LocalDate.of(2020, 1, 1), to),
                new Basis("规则", null, null, Basis.Level.HOUSE),
                Confidence.PROPOSED,
                "demo/consent.yaml:1");
    }

    private static Set<Fault> faults(String reader, Set<String> data, Frequency frequency, LocalDate last) {
        return GrantCheck.faults(
                new Grant(
                        reader,
                        "loan",
                        data,
                        new DateWindow(TODAY.minusYears(2), null),
                        frequency,
                        new DateWindow(TODAY, last)),
                RULES,
                TODAY);
    }

    private static final Frequency MONTHLY = new Frequency(5, Per.MONTH);

    @Test
    void whatTheRulesAllowCanBeGranted() {
        assertThat(faults("bank", Set.of("permits"), MONTHLY, TODAY.plusYears(1).minusDays(1)))
                .isEmpty();
    }

    @Test
    void aDayLongerThanThePurposeTakesIsTooLong() {
        assertThat(faults("bank", Set.of("permits"), MONTHLY, TODAY.plusYears(1)))
                .containsExactly(Fault.LIFE);
    }

    @Test
    void onlyDataOfThePurposeCanBeGranted() {
        assertThat(faults("bank", Set.of("permits", "tax"), MONTHLY, TODAY)).containsExactly(Fault.DATA);
        assertThat(faults("bank", Set.of(), MONTHLY, TODAY)).containsExactly(Fault.DATA);
    }

    @Test
    void moreReadsOrOtherSpansAreNotGranted() {
        assertThat(faults("bank", Set.of("permits"), new Frequency(6, Per.MONTH), TODAY))
                .containsExactly(Fault.FREQUENCY);
        assertThat(faults("bank", Set.of("permits"), new Frequency(1, Per.DAY), TODAY))
                .containsExactly(Fault.FREQUENCY);
    }

    @Test
    void anInstitutionThatIsNotAdmittedGetsNothing() {
        assertThat(faults("gone", Set.of("permits"), MONTHLY, TODAY))
                .containsExactlyInAnyOrder(Fault.READER, Fault.PURPOSE);
        assertThat(faults("nobody", Set.of("permits"), MONTHLY, TODAY)).contains(Fault.READER);
    }

    @Test
    void aGrantBeginsOnTheDayOfItsSignatureAtTheEarliest() {
        var early = new Grant(
                "bank",
                "loan",
                Set.of("permits"),
                new DateWindow(TODAY, TODAY.minusDays(1)),
                MONTHLY,
                new DateWindow(TODAY.minusDays(1), TODAY));

        assertThat(GrantCheck.faults(early, RULES, TODAY)).containsExactlyInAnyOrder(Fault.LIFE, Fault.PERIOD);
    }
}
