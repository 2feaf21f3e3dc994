package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.record.GateDecisionLines.codes;
import static org.xinheng.core.record.GateDecisionLines.last;
import static org.xinheng.core.record.GateDecisionLines.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision.Held;
import org.xinheng.core.record.GateDecision.NotShown;
import org.xinheng.core.record.GateDecision.Reason;

/** Golden table of the gate under rules like those of Order 58 (until 31 March 2026) and Order 36 (from 1 April 2026). */
class PublishGateTests {

    private static final PublishGate GATE = PublishGate.of(Penalties.type(), PenaltyGate.rules(true));
    private static final PublishGate STRICT = PublishGate.of(Penalties.type(), PenaltyGate.rules(false));

    private static @Nullable BigDecimal yuan(@Nullable String yuan) {
        return yuan == null ? null : new BigDecimal(yuan);
    }

    private static GateFacts facts(
            String decided,
            String kinds,
            @Nullable String fine,
            @Nullable String severity,
            @Nullable String procedure) {
        return new GateFacts(
                LocalDate.parse(decided),
                true,
                true,
                true,
                List.of(kinds.split("[+]")),
                yuan(fine),
                null,
                severity,
                procedure,
                null,
                null);
    }

    @ParameterizedTest(name = "{0} {1} fine {2} severity {3} procedure {4}, seen {5}: {6}")
    @CsvSource({
        // Order 36: classes by kind and amount.
        "2026-05-06, 罚款, 50000, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款, 199999.99, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款, 200000, , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 罚款, 9999999999, , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 没收非法财物, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 吊销许可证件, , , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 责令停产停业, , , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        // Several kinds: the gravest.
        "2026-05-06, 警告+罚款, 50000, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款+吊销许可证件, 50000, , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 警告+没收非法财物, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        // Without a published threshold, or without the amount: the kinder class, to be confirmed.
        "2026-05-06, 没收违法所得, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06 to-be-confirmed",
        "2026-05-06, 其他-责令改正, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06 to-be-confirmed",
        "2026-05-06, 罚款, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06 to-be-confirmed",
        "2026-05-06, 没收违法所得+没收非法财物, , , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06 to-be-confirmed",
        "2026-05-06, 没收违法所得+吊销许可证件, , , , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 罚款+通报批评+闻所未闻, 50000, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06 to-be-confirmed",
        // Simplified procedure, as delivered or by the amount alone.
        "2026-05-06, 罚款, 50000, , simplified, 2026-05-20, not minor gate.simplified-procedure repair 2026-05-06",
        "2026-05-06, 罚款, 3000, , , 2026-05-20, not minor gate.simplified-by-amount repair 2026-05-06",
        "2026-05-06, 罚款, 3000.01, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款, 0, , , 2026-05-20, not minor gate.simplified-by-amount repair 2026-05-06",
        "2026-05-06, 罚款, 3000, , ordinary, 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款, 3000, general, , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款+没收非法财物, 100, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 警告+罚款, 100, , , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2021-07-14, 罚款, 3000, , , 2021-07-20, shown general 2021-07-14..2024-07-13 repair 2021-10-14",
        "2021-07-15, 罚款, 3000, , , 2021-07-20, not minor gate.simplified-by-amount repair 2021-07-15",
        "2021-07-14, 罚款, 1000, , , 2021-07-20, not minor gate.simplified-by-amount repair 2021-07-14",
        // Warnings alone; the class that the source named.
        "2026-05-06, 警告, , , , 2026-05-20, not minor gate.warning-only repair 2026-05-06",
        "2026-05-06, 警告+通报批评, , , , 2026-05-20, not minor gate.warning-only repair 2026-05-06",
        "2026-05-06, 通报批评, , severe, , 2026-05-20, not severe gate.warning-only repair 2027-05-06",
        "2026-05-06, 罚款, 50000, severe, , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 罚款, 50000, 严重, , 2026-05-20, shown severe 2026-05-06..2029-05-05 repair 2027-05-06",
        "2026-05-06, 吊销许可证件, , minor, , 2026-05-20, not minor gate.class-not-shown repair 2026-05-06",
        "2026-05-06, 吊销许可证件, , general, , 2026-05-20, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        // Boundaries of the window: the last day shown, and the day after.
        "2026-05-06, 罚款, 50000, , , 2027-05-05, shown general 2026-05-06..2027-05-05 repair 2026-08-06",
        "2026-05-06, 罚款, 50000, , , 2027-05-06, not general gate.window-over repair 2026-08-06",
        // Days that the month reached does not have.
        "2026-08-31, 罚款, 50000, , , 2026-09-01, shown general 2026-08-31..2027-08-30 repair 2026-11-30",
        "2026-11-30, 罚款, 50000, , , 2026-12-01, shown general 2026-11-30..2027-11-29 repair 2027-02-28",
        "2028-02-29, 罚款, 50000, , , 2028-03-01, shown general 2028-02-29..2029-02-27 repair 2028-05-29",
        "2028-02-29, 吊销许可证件, , , , 2028-03-01, shown severe 2028-02-29..2031-02-27 repair 2029-02-28",
        "2027-02-28, 罚款, 50000, , , 2028-02-27, shown general 2027-02-28..2028-02-27 repair 2027-05-28",
        "2027-01-31, 罚款, 50000, , , 2027-02-01, shown general 2027-01-31..2028-01-30 repair 2027-04-30",
    })
    void tableUnderOrder36(
            String decided,
            String kinds,
            @Nullable String fine,
            @Nullable String severity,
            @Nullable String procedure,
            LocalDate seen,
            String expected) {
        GateFacts facts = facts(decided, kinds, fine, severity, procedure);
        assertThat(line(GATE.decide(facts, seen))).isEqualTo(expected);
        assertThat(line(STRICT.decide(facts, seen)))
                .as("an edition's own days know no favour")
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} fine {2} severity {3}, seen {4}: {5}, without favour {6}")
    @CsvSource({
        // Before the newer edition there is nothing to favour.
        "2026-03-31, 罚款, 50000, , 2026-03-31, shown general 2026-03-31..2029-03-30 repair 2026-06-30, same",
        // From its first day on the shorter window counts.
        "2026-03-31, 罚款, 50000, , 2026-04-01, shown general 2026-03-31..2027-03-30 repair 2026-06-30, shown general 2026-03-31..2029-03-30 repair 2026-06-30",
        "2026-04-01, 罚款, 50000, , 2026-04-01, shown general 2026-04-01..2027-03-31 repair 2026-07-01, same",
        "2025-03-31, 罚款, 50000, , 2026-04-01, not general gate.window-over repair 2025-06-30, shown general 2025-03-31..2028-03-30 repair 2025-06-30",
        "2025-04-02, 罚款, 50000, , 2026-04-01, shown general 2025-04-02..2026-04-01 repair 2025-07-02, shown general 2025-04-02..2028-04-01 repair 2025-07-02",
        "2025-04-01, 罚款, 50000, , 2026-04-01, not general gate.window-over repair 2025-07-01, shown general 2025-04-01..2028-03-31 repair 2025-07-01",
        "2025-04-01, 罚款, 50000, , 2026-03-31, shown general 2025-04-01..2028-03-31 repair 2025-07-01, same",
        // Severe in the newer table: equal end, later repair, so the older edition stays.
        "2026-01-10, 吊销许可证件, , , 2026-05-01, shown general 2026-01-10..2029-01-09 repair 2026-04-10, same",
        "2026-01-10, 罚款, 500000, , 2026-05-01, shown general 2026-01-10..2029-01-09 repair 2026-04-10, same",
        // Kinder and unconfirmed: shown for the shorter time and marked.
        "2026-01-10, 没收违法所得, , , 2026-05-01, shown general 2026-01-10..2027-01-09 repair 2026-04-10 to-be-confirmed, shown general 2026-01-10..2029-01-09 repair 2026-04-10",
        "2026-01-10, 罚款, 50000, severe, 2026-05-01, shown severe 2026-01-10..2029-01-09 repair 2027-01-10, same",
        "2024-02-29, 罚款, 50000, , 2025-02-01, shown general 2024-02-29..2027-02-27 repair 2024-05-29, same",
        "2025-06-30, 警告, , , 2026-05-01, not minor gate.warning-only repair 2025-06-30, same",
        "2012-12-31, 罚款, 50000, , 2026-05-01, held gate.no-window, same",
    })
    void olderDecisionsEnjoyTheKinderOfBothEditions(
            String decided,
            String kinds,
            @Nullable String fine,
            @Nullable String severity,
            LocalDate seen,
            String favourable,
            String strict) {
        GateFacts facts = facts(decided, kinds, fine, severity, null);
        assertThat(line(GATE.decide(facts, seen))).isEqualTo(favourable);
        assertThat(line(STRICT.decide(facts, seen))).isEqualTo(strict.equals("same") ? favourable : strict);
    }

    @Test
    void favourNamesTheEditionThatIsKinder() {
        GateDecision decision = GATE.decide(facts("2026-03-31", "罚款", "50000", null, null), LocalDate.of(2026, 5, 1));
        assertThat(decision.reasons())
                .containsExactly(
                        new Reason("gate.favourable-edition", "windows.order-36"),
                        new Reason("gate.severity-from-table", "severity.order-36"),
                        new Reason("gate.window", "windows.order-36"));
    }

    @Test
    void adverseRecordWithoutItsGroundsIsHeldWithEveryReasonAtOnce() {
        GateFacts bare = new GateFacts(null, false, false, false, List.of(), null, null, null, null, null, null);
        assertThat(line(GATE.decide(bare, Penalties.TODAY)))
                .isEqualTo("held gate.no-legal-basis gate.no-document-number gate.no-authority gate.no-decision-date");
        GateFacts noKind = new GateFacts(
                LocalDate.of(2026, 5, 6), true, false, true, List.of(), null, null, null, null, null, null);
        assertThat(line(GATE.decide(noKind, Penalties.TODAY)))
                .isEqualTo("held gate.no-document-number gate.no-severity");
    }

    @ParameterizedTest
    @CsvSource({
        "false,true,true,gate.no-legal-basis",
        "true,false,true,gate.no-document-number",
        "true,true,false,gate.no-authority"
    })
    void eachGroundAloneIsEnoughToHold(boolean law, boolean number, boolean authority, String reason) {
        GateFacts facts = new GateFacts(
                LocalDate.of(2026, 5, 6),
                law,
                number,
                authority,
                List.of("罚款"),
                yuan("50000"),
                null,
                null,
                null,
                null,
                null);
        GateDecision decision = GATE.decide(facts, Penalties.TODAY);
        assertThat(decision).isInstanceOf(Held.class);
        assertThat(codes(decision)).contains(reason).doesNotContain("gate.no-window");
    }

    @Test
    void adverseTypeWithoutGateRulesIsHeld() {
        PublishGate none = PublishGate.of(Penalties.type(), null);
        assertThat(line(none.decide(facts("2026-05-06", "罚款", "50000", null, null), Penalties.TODAY)))
                .isEqualTo("held gate.no-window");
    }

    @Test
    void kindOfWhichTheTableSaysNothingIsHeldWithoutSeverity() {
        assertThat(line(GATE.decide(facts("2026-05-06", "闻所未闻", null, null, null), Penalties.TODAY)))
                .isEqualTo("held gate.no-severity");
    }

    @ParameterizedTest
    @CsvSource({"SHARED", "AUTHORISED"})
    void whatIsNotOpenIsNotShownButKeepsItsClass(RecordType.Openness openness) {
        PublishGate gate = PublishGate.of(
                Penalties.type(RecordType.Nature.ADVERSE, RecordType.Target.ARCHIVE, openness),
                PenaltyGate.rules(true));
        GateDecision decision = gate.decide(facts("2026-05-06", "罚款", "50000", null, null), Penalties.TODAY);
        assertThat(decision).isInstanceOfSatisfying(NotShown.class, not -> {
            assertThat(not.severity()).isEqualTo("general");
            assertThat(not.earliestRepair()).isEqualTo(LocalDate.of(2026, 8, 6));
            assertThat(codes(not)).first().isEqualTo("gate.not-public");
        });
    }

    @Test
    void hiddenStatusIsNotShown() {
        GateFacts facts = new GateFacts(
                LocalDate.of(2026, 5, 6), true, true, true, List.of("罚款"), yuan("50000"), null, null, null, "2", null);
        assertThat(last(GATE.decide(facts, Penalties.TODAY).reasons())).isEqualTo("gate.status-hidden");
    }

    @Test
    void anEditionBeginsAfterTheOneDayAndUpToTheOther() {
        Policy bare = Penalties.policy();
        Policy policy = new Policy(
                bare.pack(),
                bare.version(),
                bare.place(),
                bare.calendar(),
                bare.codes(),
                bare.recordTypes(),
                bare.codeLists(),
                Map.of("administrative-penalty", PenaltyGate.rules(true)),
                bare.deadlines(),
                bare.authorities(),
                bare.matters(),
                bare.measures(),
                bare.rules());
        LocalDate first = Penalties.ORDER_36;

        assertThat(PublishGate.editionBegins(policy, first.minusDays(1), first)).isTrue();
        assertThat(PublishGate.editionBegins(policy, first, first.plusYears(1))).isFalse();
        assertThat(PublishGate.editionBegins(policy, first.minusDays(9), first.minusDays(1)))
                .isFalse();
        assertThat(PublishGate.editionBegins(bare, first.minusDays(1), first)).isFalse();
    }

    private static PublishGate.Outcome outcome(
            PublishGate.Outcome.End end, @Nullable String last, @Nullable String repair) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        DateWindow window = last == null ? null : new DateWindow(first, LocalDate.parse(last));
        return new PublishGate.Outcome(
                end, null, window, repair == null ? null : LocalDate.parse(repair), false, null, List.of());
    }

    @Test
    void kinderIsNotShownThenShownForLessThenRepairedSooner() {
        var unknown = PublishGate.Outcome.unknown(null, List.of());
        var unshown = outcome(PublishGate.Outcome.End.UNSHOWN, null, null);
        var year = outcome(PublishGate.Outcome.End.WINDOW, "2026-12-31", "2026-07-01");

        assertThat(unknown.kinderThan(year)).isFalse();
        assertThat(unshown.kinderThan(year)).isTrue();
        assertThat(year.kinderThan(unshown)).isFalse();
        assertThat(outcome(PublishGate.Outcome.End.WINDOW, "2026-12-30", "2026-08-01")
                        .kinderThan(year))
                .isTrue();
        assertThat(outcome(PublishGate.Outcome.End.WINDOW, "2027-01-01", "2026-06-01")
                        .kinderThan(year))
                .isFalse();
        assertThat(outcome(PublishGate.Outcome.End.WINDOW, "2026-12-31", "2026-06-30")
                        .kinderThan(year))
                .isTrue();
        assertThat(year.kinderThan(year)).isFalse();
        assertThat(outcome(PublishGate.Outcome.End.WINDOW, "2026-12-31", null).kinderThan(year))
                .isFalse();
        assertThat(year.kinderThan(outcome(PublishGate.Outcome.End.WINDOW, "2026-12-31", null)))
                .isFalse();
    }

    @Test
    void checkedRowGoesThroughTheGateAsItIs() {
        RowVerdict verdict = Penalties.check().check(Penalties.row("CF_CFLB", "警告;罚款", "CF_NR_FK", "20"));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RowVerdict.Usable.class,
                        usable -> assertThat(line(GATE.decide(usable.row().values(), Penalties.TODAY)))
                                .isEqualTo("shown severe 2026-05-06..2029-05-05 repair 2027-05-06"));
    }
}
