package org.xinheng.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.casework.TestKind.MONDAY;
import static org.xinheng.core.casework.TestKind.machineOf;
import static org.xinheng.core.casework.TestKind.noon;
import static org.xinheng.core.policy.CaseKind.Party.ORGANISATION;
import static org.xinheng.core.policy.CaseKind.Party.SOURCE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.casework.CaseMachine.Outcome;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.RecordType.Nature;

/** What burdens an organisation hangs on a finding; a grade, a class or a warning is none. */
class FindingTests {

    private static final Finding PENALTY = new Finding("penalty", Nature.ADVERSE, false, "市监罚〔2026〕1号", true);

    private static CaseKind kind(String id, String... findings) {
        CaseKind kind = TestKind.kind();
        return new CaseKind(
                TestKind.rule("case." + id),
                kind.number(),
                kind.about(),
                List.of(findings),
                kind.grounds(),
                kind.groundsFrom(),
                kind.documents(),
                kind.states(),
                kind.actions(),
                kind.timers(),
                kind.recheck());
    }

    private static @Nullable Refusal opening(CaseKind kind, @Nullable Finding finding) {
        var move = new Move(
                "file", ORGANISATION, 0, MONDAY, noon(MONDAY), new Move.Said(false, false, null, null, finding));
        return machineOf(kind).plan(List.of(), move) instanceof Outcome.Refused(Refusal refusal) ? refusal : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectification", "warning-interview", "made-up"})
    void opensOnAFindingOfAListedType(String id) {
        assertThat(opening(kind(id, "inspection", "penalty"), PENALTY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectification", "warning-interview", "made-up"})
    void doesNotOpenWithoutOne(String id) {
        assertThat(opening(kind(id, "penalty"), null)).isEqualTo(Refusal.FINDING_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectification", "warning-interview"})
    void aPackThatForgetsTheFindingOpensNothing(String id) {
        assertThat(Finding.neededFor(kind(id))).isTrue();
        assertThat(opening(kind(id), null)).isEqualTo(Refusal.FINDING_MISSING);
        assertThat(opening(kind(id), PENALTY)).isEqualTo(Refusal.NO_FINDING);
    }

    @Test
    void aGradeIsNoFindingEvenWhereAPackListsItAndCallsItAdverse() {
        Finding grade = new Finding("evaluation-result", Nature.ADVERSE, true, "评〔2026〕1号", true);

        assertThat(opening(kind("rectification", "evaluation-result"), grade)).isEqualTo(Refusal.NO_FINDING);
    }

    @Test
    void aMeritIsNoFindingButAnInspectionMayBe() {
        Finding merit = new Finding("penalty", Nature.FAVOURABLE, false, "评〔2026〕1号", true);
        Finding inspection = new Finding("penalty", Nature.NEUTRAL, false, "检〔2026〕1号", true);

        assertThat(opening(kind("warning-interview", "penalty"), merit)).isEqualTo(Refusal.NO_FINDING);
        assertThat(opening(kind("warning-interview", "penalty"), inspection)).isNull();
    }

    @Test
    void aFindingOfAnotherTypeCarriesNothing() {
        assertThat(opening(kind("rectification", "inspection"), PENALTY)).isEqualTo(Refusal.NO_FINDING);
    }

    @Test
    void aFindingWithoutNumberOrInDisputeCarriesNothing() {
        CaseKind kind = kind("rectification", "penalty");

        assertThat(opening(kind, new Finding("penalty", Nature.ADVERSE, false, " ", true)))
                .isEqualTo(Refusal.FINDING_UNNUMBERED);
        assertThat(opening(kind, new Finding("penalty", Nature.ADVERSE, false, "1号", false)))
                .isEqualTo(Refusal.FINDING_UNUSABLE);
    }

    @Test
    void otherKindsNeedNone() {
        assertThat(Finding.neededFor(kind("interview"))).isFalse();
        assertThat(opening(kind("interview"), null)).isNull();
    }

    /** The finding may be withdrawn while the case runs: it can still be brought to its end. */
    @Test
    void whatWasOpenedGoesOnWithoutIt() {
        CaseMachine machine = machineOf(kind("rectification", "penalty"));
        var filed = List.of(new Step(1, "file", ORGANISATION, MONDAY, noon(MONDAY), null));
        var settle = new Move("settle", SOURCE, 1, MONDAY, noon(MONDAY), new Move.Said(false, true, MONDAY, null));

        assertThat(machine.plan(filed, settle)).isInstanceOf(Outcome.Planned.class);
    }
}
