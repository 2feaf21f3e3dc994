package org.xinheng.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.BreachRules.Breach;
import org.xinheng.core.policy.BreachRules.Enterprise;

/** Before whom a breach comes: the register of state-owned enterprises, a body by name, the body for all others, or nobody. */
class BreachRulesTest {

    private static final String IN_REGISTER = "91990100MA0A00030A";
    private static final String OUTSIDE = "91990100MA0A000497";
    private static final String AGENCY = "11990100MB0007WK7J";

    private static final BreachRules RULES = new BreachRules(
            new Rule(
                    "breach-notices",
                    new Title("督办", "Notices"),
                    new Validity(LocalDate.of(2025, 6, 1), null),
                    new Basis("示例", null, null, Basis.Level.HOUSE),
                    Confidence.PROPOSED,
                    "breach-notices.yaml:1"),
            "breach.acknowledge",
            List.of("11", "12"),
            Map.of("development", "finance"),
            "development",
            List.of(new Enterprise(IN_REGISTER, new Title("澜衡市示例集团有限公司", "Example Group"), "finance")),
            List.of(new Breach("government-promise", List.of("逾期未兑现")), new Breach("contract-breach", List.of())));

    @Test
    void anEnterpriseOfTheRegisterComesBeforeItsOwnSuperior() {
        assertThat(RULES.superiorOf(IN_REGISTER, null)).contains("finance");
    }

    @Test
    void anEnterpriseOutsideTheRegisterComesBeforeNobody() {
        assertThat(RULES.superiorOf(OUTSIDE, null)).isEmpty();
    }

    @Test
    void aBodyComesBeforeTheOneThatIsNamedForItElseBeforeTheOneForAll() {
        assertThat(RULES.superiorOf(AGENCY, "development")).contains("finance");
        assertThat(RULES.superiorOf(AGENCY, "market")).contains("development");
        assertThat(RULES.superiorOf(AGENCY, null)).contains("development");
    }

    @Test
    void onlyTheKindsThatAreNamedAreBreaches() {
        assertThat(RULES.confirms("government-promise", "逾期未兑现")).isTrue();
        assertThat(RULES.confirms("government-promise", "已兑现")).isFalse();
        assertThat(RULES.confirms("government-promise", null)).isFalse();
        assertThat(RULES.confirms("contract-breach", null)).isTrue();
        assertThat(RULES.confirms("honour", null)).isFalse();
    }
}
