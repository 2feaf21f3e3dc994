package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.record.GateDecisionLines.last;
import static org.xinheng.core.record.GateDecisionLines.line;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision.Shown;

/** The gate on what weighs on nobody: it needs no grounds, and is shown for as long as the pack says. */
class NeutralGateTests {

    @ParameterizedTest
    @CsvSource({
        "UNLIMITED, 2027-01-01, 2050-01-01, gate.window-without-end",
        "END_OF_VALIDITY, 2027-01-01, 2027-01-01, gate.window-of-validity",
        "END_OF_VALIDITY, 2027-01-01, 2027-01-02, gate.window-over",
        "END_OF_VALIDITY, , 2050-01-01, gate.window-without-end",
    })
    void neutralRecordIsShownAsThePackSays(
            GateRules.ShownUntil until, @Nullable LocalDate validTo, LocalDate seen, String reason) {
        GateRules adverse = PenaltyGate.rules(true);
        GateRules rules = new GateRules(
                adverse.rule(),
                adverse.recordType(),
                until,
                List.of("2"),
                adverse.classes(),
                adverse.severity(),
                adverse.windows(),
                adverse.simplified(),
                List.of(),
                List.of(),
                true);
        PublishGate gate = PublishGate.of(
                Penalties.type(RecordType.Nature.NEUTRAL, RecordType.Target.ARCHIVE, RecordType.Openness.PUBLIC),
                rules);
        GateFacts facts = new GateFacts(
                LocalDate.of(2026, 5, 6), false, false, false, List.of(), null, null, null, null, "1", validTo);
        GateDecision decision = gate.decide(facts, seen);
        assertThat(last(decision.reasons())).isEqualTo(reason);
        assertThat(decision instanceof Shown).isEqualTo(!reason.equals("gate.window-over"));
        GateFacts invalid = new GateFacts(
                LocalDate.of(2026, 5, 6), false, false, false, List.of(), null, null, null, null, "2", validTo);
        assertThat(last(gate.decide(invalid, seen).reasons())).isEqualTo("gate.status-hidden");
    }

    @Test
    void neutralRecordWithoutRulesIsShownWithoutEnd() {
        PublishGate gate = PublishGate.of(
                Penalties.type(RecordType.Nature.NEUTRAL, RecordType.Target.ARCHIVE, RecordType.Openness.PUBLIC), null);
        GateFacts facts = new GateFacts(
                LocalDate.of(2026, 5, 6), false, false, false, List.of(), null, null, null, null, null, null);
        assertThat(gate.decide(facts, Penalties.TODAY))
                .isInstanceOfSatisfying(
                        Shown.class,
                        shown -> assertThat(shown.window()).isEqualTo(new DateWindow(LocalDate.of(2026, 5, 6), null)));
    }

    private static PublishGate neutral(RecordType.Openness openness, Map<String, GateRules.Window> windows) {
        GateRules adverse = PenaltyGate.rules(true);
        GateRules rules = new GateRules(
                adverse.rule(),
                adverse.recordType(),
                GateRules.ShownUntil.WINDOW_OF_CLASS,
                List.of(),
                adverse.classes(),
                adverse.severity(),
                new DatedTable<>(
                        List.of(new GateRules.WindowTable(
                                Penalties.rule("windows.only", Penalties.ORDER_36, null), windows)),
                        table -> table.rule().validity()),
                adverse.simplified(),
                List.of(),
                List.of(),
                true);
        return PublishGate.of(Penalties.type(RecordType.Nature.NEUTRAL, RecordType.Target.ARCHIVE, openness), rules);
    }

    private static GateFacts neutralOn(@Nullable String decided) {
        LocalDate on = decided == null ? null : LocalDate.parse(decided);
        return new GateFacts(on, false, false, false, List.of(), null, null, null, null, null, null);
    }

    @Test
    void whatWeighsOnNobodyHasTheOneWindowOfItsEdition() {
        var year = new GateRules.Window(true, Period.ZERO, Period.ofYears(1));
        var hidden = new GateRules.Window(false, Period.ZERO, Period.ofYears(1));
        PublishGate gate = neutral(RecordType.Openness.PUBLIC, Map.of("general", year));

        assertThat(gate.decide(neutralOn("2026-05-06"), LocalDate.of(2027, 5, 5)))
                .isInstanceOfSatisfying(
                        Shown.class,
                        shown -> assertThat(shown.window())
                                .isEqualTo(new DateWindow(LocalDate.of(2026, 5, 6), LocalDate.of(2027, 5, 5))));
        assertThat(last(gate.decide(neutralOn("2026-05-06"), LocalDate.of(2027, 5, 6))
                        .reasons()))
                .isEqualTo("gate.window-over");
        assertThat(line(gate.decide(neutralOn("2026-03-31"), Penalties.TODAY)))
                .as("before the only edition")
                .isEqualTo("held gate.no-window");
        assertThat(line(neutral(RecordType.Openness.PUBLIC, Map.of("general", year, "severe", year))
                        .decide(neutralOn("2026-05-06"), Penalties.TODAY)))
                .as("two classes, and nothing that tells which")
                .isEqualTo("held gate.no-window");
        assertThat(line(neutral(RecordType.Openness.PUBLIC, Map.of("general", hidden))
                        .decide(neutralOn("2026-05-06"), Penalties.TODAY)))
                .isEqualTo("not null gate.class-not-shown repair null");
    }

    @Test
    void whatWeighsOnNobodyNeedsItsDayAndAnOpenType() {
        var year = new GateRules.Window(true, Period.ZERO, Period.ofYears(1));

        assertThat(line(neutral(RecordType.Openness.PUBLIC, Map.of("general", year))
                        .decide(neutralOn(null), Penalties.TODAY)))
                .isEqualTo("held gate.no-decision-date");
        assertThat(line(neutral(RecordType.Openness.SHARED, Map.of("general", year))
                        .decide(neutralOn("2026-05-06"), Penalties.TODAY)))
                .isEqualTo("not null gate.not-public repair null");
    }
}
