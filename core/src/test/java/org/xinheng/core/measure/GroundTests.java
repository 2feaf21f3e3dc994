package org.xinheng.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateFacts;

/** Which records measures may rest on. */
class GroundTests {

    private static final RecordType TYPE = TestPolicies.penalty("working");
    private static final LocalDate DECIDED = LocalDate.of(2026, 5, 6);
    private static final LocalDate VALID_TO = LocalDate.of(2027, 5, 5);
    private static final GateRules GATE = gate(GateRules.ShownUntil.WINDOW_OF_CLASS, false);

    private static GateRules gate(GateRules.ShownUntil shownUntil, boolean endsWithValidity) {
        return new GateRules(
                TestPolicies.rule("gate", "2018-01-01", null),
                TYPE.id(),
                shownUntil,
                List.of("2"),
                Map.of(),
                new DatedTable<>(List.of(), table -> table.rule().validity()),
                new DatedTable<>(List.of(), table -> table.rule().validity()),
                new DatedTable<>(List.of(), table -> table.rule().validity()),
                List.of(),
                List.of(),
                false,
                endsWithValidity);
    }

    private static GateFacts facts(@Nullable LocalDate decided, @Nullable String status) {
        return new GateFacts(
                decided, true, true, true, List.of("罚款"), new BigDecimal("5000"), null, null, null, status, VALID_TO);
    }

    @Test
    void aRecordThatHoldsIsAGround() {
        Ground ground = new Ground(TYPE.id(), DECIDED, List.of("罚款"), new BigDecimal("5000"), null);

        assertThat(Ground.of(TYPE, GATE, facts(DECIDED, "1"), false)).contains(ground);
        assertThat(Ground.of(TYPE, GATE, facts(DECIDED, null), false)).contains(ground);
        assertThat(Ground.of(TYPE, null, facts(DECIDED, "2"), false)).contains(ground);
    }

    @Test
    void endsWithItsValidityWhereItsPublicationDoes() {
        assertThat(Ground.of(TYPE, gate(GateRules.ShownUntil.WINDOW_OF_CLASS, true), facts(DECIDED, "1"), false)
                        .map(Ground::lastDay))
                .contains(VALID_TO);
        assertThat(Ground.of(TYPE, gate(GateRules.ShownUntil.END_OF_VALIDITY, false), facts(DECIDED, "1"), false)
                        .map(Ground::lastDay))
                .contains(VALID_TO);
        assertThat(Ground.of(TYPE, gate(GateRules.ShownUntil.UNLIMITED, false), facts(DECIDED, "1"), false)
                        .map(Ground::lastDay))
                .isEmpty();
    }

    @Test
    void whatTheGateHoldsIsNone() {
        assertThat(Ground.of(TYPE, GATE, facts(DECIDED, "1"), true)).isEqualTo(Optional.empty());
    }

    @Test
    void whatItsAuthoritySaysNoLongerHoldsIsNone() {
        assertThat(Ground.of(TYPE, GATE, facts(DECIDED, "2"), false)).isEmpty();
    }

    @Test
    void whatHasNoDateIsNone() {
        assertThat(Ground.of(TYPE, GATE, facts(null, "1"), false)).isEmpty();
    }
}
