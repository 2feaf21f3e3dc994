package org.xinheng.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.casework.TestKind.MONDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.core.casework.CaseMachine.Outcome;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;

/** Whatever is tried in whatever order by whomever: what is taken down obeys the kind. Replay with {@code -Dseed=}. */
class RandomCasesTests {

    private static final int SEQUENCES = 20_000;

    @Test
    void everyStepTakenStandsInTheKindAndIsTakenByWhoMay() {
        long seed = Long.getLong("seed", 20261125L);
        var random = new Random(seed);
        CaseKind kind = TestKind.kind();
        List<String> actions =
                new ArrayList<>(kind.actions().stream().map(CaseKind.Action::id).toList());
        actions.add("unheard-of");
        var machines = List.of(TestKind.machine(3), TestKind.machine(null));
        int taken = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            taken += run(random, machines.get(i % 2), kind, actions, "seed " + seed + ", sequence " + i);
        }
        assertThat(taken).as("steps taken, seed " + seed).isGreaterThan(SEQUENCES);
    }

    private static int run(Random random, CaseMachine machine, CaseKind kind, List<String> actions, String replay) {
        List<Step> steps = new ArrayList<>();
        LocalDate today = MONDAY;
        for (int turn = 0; turn < 12; turn++) {
            today = today.plusDays(random.nextInt(4));
            var party = Party.values()[random.nextInt(Party.values().length)];
            var day = random.nextInt(8) == 0 ? today.plusDays(random.nextInt(5) - 2) : today;
            var at = TestKind.noon(random.nextInt(15) == 0 ? today.minusDays(3) : today);
            int seen = random.nextInt(10) == 0 ? random.nextInt(4) : steps.size();
            var said = new Move.Said(
                    random.nextInt(6) > 0,
                    random.nextInt(6) > 0,
                    random.nextInt(6) > 0 ? today.minusDays(random.nextInt(3)) : null,
                    random.nextBoolean() ? today.plusDays(random.nextInt(20)) : null);
            var action = steps.isEmpty() && random.nextBoolean() ? "file" : actions.get(random.nextInt(actions.size()));
            if (steps.isEmpty() && random.nextBoolean()) {
                party = Party.ORGANISATION;
            }
            var move = new Move(action, party, seen, day, at, said);
            if (machine.plan(steps, move) instanceof Outcome.Planned planned) {
                check(machine, kind, steps, move, planned, replay);
                steps.add(planned.step());
            }
        }
        return steps.size();
    }

    private static void check(
            CaseMachine machine, CaseKind kind, List<Step> before, Move move, Outcome.Planned planned, String replay) {
        var action = kind.action(move.action()).orElseThrow();
        assertThat(planned.step().number()).as(replay).isEqualTo(before.size() + 1);
        assertThat(action.by()).as(replay).contains(move.party());
        var today = LocalDate.ofInstant(move.at(), TestKind.ZONE);
        assertThat(move.day()).as(replay).isBeforeOrEqualTo(today);
        if (before.isEmpty()) {
            assertThat(action.from()).as(replay).isEmpty();
            return;
        }
        assertThat(action.from())
                .as(replay)
                .contains(machine.view(before).state().id());
        assertThat(move.at()).as(replay).isAfterOrEqualTo(before.getLast().at());
        assertThat(move.day()).as(replay).isAfterOrEqualTo(before.getLast().day());
        if (move.party() == Party.CLOCK) {
            assertThat(machine.missed(before, today)).as(replay).contains(action);
        }
        if (action.id().equals("answer")) {
            assertThat(move.said().reason() && move.said().document())
                    .as(replay)
                    .isTrue();
            assertThat(move.said().documentDate())
                    .as(replay)
                    .isBetween(before.getFirst().day(), today);
        }
    }
}
