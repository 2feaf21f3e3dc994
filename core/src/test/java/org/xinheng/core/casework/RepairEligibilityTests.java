package org.xinheng.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.core.casework.RepairEligibility.Facts;
import org.xinheng.core.casework.RepairEligibility.Missing;

class RepairEligibilityTests {

    private static final LocalDate EARLIEST = LocalDate.of(2026, 9, 10);

    private static Facts facts(@org.jspecify.annotations.Nullable LocalDate barredUntil, boolean proof) {
        return new Facts(true, EARLIEST, proof, true, barredUntil, false);
    }

    @Test
    void tellsAllThatIsMissingAndTheEarliestDay() {
        var asked = RepairEligibility.on(EARLIEST.minusDays(1), new Facts(true, EARLIEST, false, false, null, true));

        assertThat(asked.missing())
                .containsExactly(Missing.TOO_EARLY, Missing.OPEN_CASE, Missing.PROOF, Missing.COMMITMENT);
        assertThat(asked.earliest()).isEqualTo(EARLIEST);
        assertThat(asked.ready()).isFalse();
    }

    @Test
    void isReadyOnTheEarliestDayItself() {
        assertThat(RepairEligibility.on(EARLIEST, facts(null, true)).ready()).isTrue();
        assertThat(RepairEligibility.on(EARLIEST.minusDays(1), facts(null, true))
                        .missing())
                .containsExactly(Missing.TOO_EARLY);
    }

    @Test
    void waitsForTheEndOfABarAfterFalseMaterial() {
        var until = EARLIEST.plusYears(1);

        assertThat(RepairEligibility.on(until, facts(until, true)))
                .isEqualTo(new RepairEligibility(List.of(Missing.BARRED), until.plusDays(1)));
        assertThat(RepairEligibility.on(until.plusDays(1), facts(until, true)).ready())
                .isTrue();
        assertThat(RepairEligibility.on(EARLIEST, facts(EARLIEST.minusDays(2), true)))
                .isEqualTo(new RepairEligibility(List.of(), EARLIEST));
    }

    @Test
    void whatIsNotAdverseOrHasNoDayIsNotRepaired() {
        assertThat(RepairEligibility.on(EARLIEST, new Facts(false, EARLIEST, true, true, null, false))
                        .missing())
                .containsExactly(Missing.NOT_ADVERSE);
        assertThat(RepairEligibility.on(EARLIEST, new Facts(true, null, true, true, null, false))
                        .missing())
                .containsExactly(Missing.NOT_REPAIRABLE);
    }

    @Test
    void theSameGroundWithoutANewPaperWasSaidBefore() {
        var first = new SameGround.Filed("wrong", Set.of("a", "b"));

        assertThat(SameGround.saidBefore(first, List.of())).isFalse();
        assertThat(SameGround.saidBefore(new SameGround.Filed("wrong", Set.of("b")), List.of(first)))
                .isTrue();
        assertThat(SameGround.saidBefore(new SameGround.Filed("wrong", Set.of()), List.of(first)))
                .isTrue();
        assertThat(SameGround.saidBefore(new SameGround.Filed("wrong", Set.of("b", "c")), List.of(first)))
                .isFalse();
        assertThat(SameGround.saidBefore(new SameGround.Filed("not-mine", Set.of("a")), List.of(first)))
                .isFalse();
    }
}
