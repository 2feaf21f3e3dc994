package org.xinheng.core.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.casework.TestKind.MONDAY;
import static org.xinheng.core.casework.TestKind.machine;
import static org.xinheng.core.casework.TestKind.move;
import static org.xinheng.core.casework.TestKind.noon;
import static org.xinheng.core.casework.TestKind.steps;
import static org.xinheng.core.policy.CaseKind.Party.CLOCK;
import static org.xinheng.core.policy.CaseKind.Party.OFFICE;
import static org.xinheng.core.policy.CaseKind.Party.ORGANISATION;
import static org.xinheng.core.policy.CaseKind.Party.SOURCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.casework.CaseMachine.Outcome;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Party;

/** Each guard of the case machine, and that nothing else stands in the way. */
class CaseMachineTests {

    private final CaseMachine machine = machine(3);
    private final List<Step> filed = steps(machine, "file", ORGANISATION, 0);

    private @Nullable Refusal refusal(List<Step> steps, Move move) {
        return refusal(machine, steps, move);
    }

    private static @Nullable Refusal refusal(CaseMachine machine, List<Step> steps, Move move) {
        return machine.plan(steps, move) instanceof Outcome.Refused(Refusal refusal) ? refusal : null;
    }

    private static Move saying(Move move, Move.Said said) {
        return new Move(move.action(), move.party(), move.seen(), move.day(), move.at(), said);
    }

    private static Move answer(List<Step> steps, LocalDate day, @Nullable LocalDate document) {
        return saying(move(steps, "answer", SOURCE, day), new Move.Said(true, true, document, null));
    }

    private @Nullable LocalDate due(List<Step> steps) {
        var whole = machine.view(steps).timers().getLast();
        return whole.due() == null ? null : whole.due().date();
    }

    @Test
    void opensWithAnActionThatComesFromNowhereAndWithNoOther() {
        assertThat(refusal(List.of(), move(List.of(), "file", ORGANISATION, MONDAY)))
                .isNull();
        assertThat(refusal(List.of(), move(List.of(), "look", OFFICE, MONDAY))).isEqualTo(Refusal.WRONG_STATE);
        assertThat(refusal(filed, move(filed, "file", ORGANISATION, MONDAY))).isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void anAnsweredCaseTakesNoFurtherStep() {
        var answered = new java.util.ArrayList<>(filed);
        answered.add(new Step(2, "answer", SOURCE, MONDAY, noon(MONDAY), null));

        assertThat(machine.view(answered).state().closed()).isTrue();
        assertThat(machine.view(answered).timers()).hasSize(3).allMatch(TimerReading::ended);
        assertThat(machine.view(filed).timers()).hasSize(3).noneMatch(TimerReading::ended);
        assertThat(machine.missed(answered, MONDAY.plusDays(30))).isEmpty();
        assertThat(refusal(answered, answer(answered, MONDAY, MONDAY))).isEqualTo(Refusal.WRONG_STATE);
        assertThat(machine.open(answered, Set.of(Party.values()))).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        var mine = move(filed, "stop", SOURCE, MONDAY);
        var after = new java.util.ArrayList<>(filed);
        after.add(((Outcome.Planned) machine.plan(filed, mine)).step());

        assertThat(refusal(after, mine)).isEqualTo(Refusal.OVERTAKEN);
    }

    @Test
    void anActionThatTheKindDoesNotKnowIsRefused() {
        assertThat(refusal(filed, move(filed, "burn", SOURCE, MONDAY))).isEqualTo(Refusal.UNKNOWN_ACTION);
    }

    @Test
    void whoeverIsNotNamedMayNot() {
        assertThat(refusal(List.of(), move(List.of(), "file", Party.REPORTER, MONDAY)))
                .isEqualTo(Refusal.WRONG_PARTY);
        assertThat(refusal(
                        filed, saying(move(filed, "answer", OFFICE, MONDAY), new Move.Said(true, true, MONDAY, null))))
                .isEqualTo(Refusal.WRONG_PARTY);
        assertThat(refusal(filed, answer(filed, MONDAY, MONDAY))).isNull();
    }

    @Test
    void aClockThatWasSetBackTakesNothingDown() {
        var late = new Move("look", OFFICE, 1, MONDAY, noon(MONDAY).minusSeconds(1), Move.Said.NOTHING);

        assertThat(refusal(filed, late)).isEqualTo(Refusal.CLOCK_SET_BACK);
        assertThat(refusal(filed, move(filed, "look", OFFICE, MONDAY))).isNull();
    }

    @Test
    void nothingIsTakenDownForADayBeforeTheLastStepOrAfterToday() {
        var tuesday = MONDAY.plusDays(1);
        var before = new Move("look", OFFICE, 1, MONDAY.minusDays(1), noon(tuesday), Move.Said.NOTHING);
        var after = new Move("look", OFFICE, 1, tuesday.plusDays(1), noon(tuesday), Move.Said.NOTHING);

        assertThat(refusal(filed, before)).isEqualTo(Refusal.BACKDATED);
        assertThat(refusal(filed, after)).isEqualTo(Refusal.FUTURE);
        assertThat(refusal(List.of(), new Move("file", ORGANISATION, 0, MONDAY, noon(tuesday), Move.Said.NOTHING)))
                .isNull();
    }

    @Test
    void aDecisionIsNeitherOlderThanTheCaseNorOfTomorrow() {
        assertThat(refusal(filed, answer(filed, MONDAY, MONDAY.minusDays(1)))).isEqualTo(Refusal.BACKDATED);
        assertThat(refusal(filed, answer(filed, MONDAY, MONDAY.plusDays(1)))).isEqualTo(Refusal.FUTURE);
        // What settles a case may be older than it: the judgment that quashed the decision.
        assertThat(refusal(
                        filed,
                        saying(
                                move(filed, "settle", SOURCE, MONDAY),
                                new Move.Said(false, true, MONDAY.minusYears(1), null))))
                .isNull();
    }

    @Test
    void reasonsAndDocumentsThatAreAskedForMustBeThere() {
        var answer = move(filed, "answer", SOURCE, MONDAY);

        assertThat(refusal(filed, saying(answer, new Move.Said(false, true, MONDAY, null))))
                .isEqualTo(Refusal.REASON_MISSING);
        assertThat(refusal(filed, saying(answer, new Move.Said(true, false, MONDAY, null))))
                .isEqualTo(Refusal.DOCUMENT_MISSING);
        assertThat(refusal(filed, answer(filed, MONDAY, null))).isEqualTo(Refusal.DOCUMENT_MISSING);
    }

    @Test
    void theDaysOnWhichThePeriodStoodStillAreNotCounted() {
        assertThat(due(filed)).isEqualTo(MONDAY.plusDays(7));

        var stopped = steps(machine, "file", ORGANISATION, 0, "stop", SOURCE, 2);
        assertThat(due(stopped)).isNull();
        assertThat(machine.view(stopped).suspended()).isTrue();
        assertThat(machine.view(stopped).timers().getFirst().due()).isNotNull();
        var looked = steps(machine, "file", ORGANISATION, 0, "stop", SOURCE, 2, "look", OFFICE, 2);
        assertThat(machine.view(looked).suspended()).isTrue();

        var resumed = steps(machine, "file", ORGANISATION, 0, "stop", SOURCE, 2, "go-on", SOURCE, 5);
        assertThat(due(resumed)).isEqualTo(MONDAY.plusDays(10));
        assertThat(due(steps(machine, "file", ORGANISATION, 0, "stop", SOURCE, 2, "go-on", SOURCE, 2)))
                .isEqualTo(MONDAY.plusDays(7));
    }

    @Test
    void whatStandsStillIsNotStoppedAgainAndWhatRunsIsNotResumed() {
        var stopped = steps(machine, "file", ORGANISATION, 0, "stop", SOURCE, 2);
        var day = MONDAY.plusDays(3);

        assertThat(refusal(stopped, move(stopped, "stop", SOURCE, day))).isEqualTo(Refusal.SUSPENDED);
        assertThat(refusal(filed, move(filed, "go-on", SOURCE, day))).isEqualTo(Refusal.NOT_SUSPENDED);
        assertThat(machine.open(stopped, Set.of(SOURCE)).stream().map(Action::id))
                .doesNotContain("stop");
        assertThat(machine.open(filed, Set.of(SOURCE)).stream().map(Action::id))
                .containsExactly("stop", "extend", "answer", "settle");
    }

    @Test
    void aPeriodIsMadeLongerOnceAndOnlyWhileItRuns() {
        var extended = steps(machine, "file", ORGANISATION, 0, "extend", SOURCE, 7);

        assertThat(due(extended)).isEqualTo(MONDAY.plusDays(10));
        assertThat(refusal(extended, move(extended, "extend", SOURCE, MONDAY.plusDays(8))))
                .isEqualTo(Refusal.EXTENDED);
        assertThat(refusal(filed, move(filed, "extend", SOURCE, MONDAY.plusDays(8))))
                .isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void withoutALengthInTheRuleALaterDayIsNamed() {
        var open = machine(null);
        var extend = move(filed, "extend", SOURCE, MONDAY);

        assertThat(refusal(open, filed, extend)).isEqualTo(Refusal.UNTIL_MISSING);
        assertThat(refusal(open, filed, saying(extend, new Move.Said(true, false, null, MONDAY.plusDays(7)))))
                .isEqualTo(Refusal.UNTIL_MISSING);
        var until = saying(extend, new Move.Said(true, false, null, MONDAY.plusDays(9)));
        var planned = (Outcome.Planned) open.plan(filed, until);
        var extended = List.of(filed.getFirst(), planned.step());
        assertThat(open.view(extended).timers().getLast().due())
                .isEqualTo(new org.xinheng.core.clock.DueDate(MONDAY.plusDays(9), false));
    }

    @Test
    void wherePeriodsCannotBeStoppedOrMadeLongerNobodyDoes() {
        var policy = TestKind.policy(3);
        var plain = new org.xinheng.core.policy.DeadlineRule(
                TestKind.rule("whole"), "whole", 7, org.xinheng.core.policy.DeadlineRule.Unit.CALENDAR_DAYS);
        var deadlines = new java.util.LinkedHashMap<>(policy.deadlines());
        deadlines.put(
                "whole",
                new org.xinheng.core.policy.DatedTable<>(
                        List.of(plain), edition -> edition.rule().validity()));
        var rigid = new CaseMachine(
                TestKind.kind(), TestKind.with(policy, deadlines), at -> LocalDate.ofInstant(at, TestKind.ZONE));

        assertThat(rigid.open(filed, Set.of(SOURCE)).stream().map(Action::id)).containsExactly("answer", "settle");
        assertThat(refusal(rigid, filed, move(filed, "stop", SOURCE, MONDAY))).isEqualTo(Refusal.NO_SUSPENSION);
        assertThat(refusal(rigid, filed, move(filed, "extend", SOURCE, MONDAY))).isEqualTo(Refusal.NO_EXTENSION);
    }

    @Test
    void theEndOfAPeriodBringsAboutWhatFollowsOnceAndNotBefore() {
        var last = MONDAY.plusDays(7);
        var looked = steps(machine, "file", ORGANISATION, 0, "look", OFFICE, 1, "remind", CLOCK, 2);

        assertThat(machine.missed(looked, last)).isEmpty();
        assertThat(refusal(looked, move(looked, "miss", CLOCK, last))).isEqualTo(Refusal.NOT_DUE);
        assertThat(machine.missed(looked, last.plusDays(1)).stream().map(Action::id))
                .containsExactly("miss");
        assertThat(refusal(looked, move(looked, "miss", CLOCK, last.plusDays(1))))
                .isNull();

        var missed = steps(machine, "file", ORGANISATION, 0, "look", OFFICE, 1, "remind", CLOCK, 2, "miss", CLOCK, 8);
        assertThat(machine.missed(missed, last.plusDays(9))).isEmpty();
        assertThat(machine.view(missed).state().id()).isEqualTo("late");
    }

    @Test
    void aPeriodThatLeavesTheCaseWhereItIsBringsItsStepOnlyOnce() {
        assertThat(machine.missed(filed, MONDAY.plusDays(2)).stream().map(Action::id))
                .containsExactly("remind", "look");
        var reminded = steps(machine, "file", ORGANISATION, 0, "remind", CLOCK, 2, "look", CLOCK, 2);
        assertThat(machine.view(reminded).state().id()).isEqualTo("filed");
        assertThat(machine.missed(reminded, MONDAY.plusDays(3))).isEmpty();
    }

    @Test
    void aPeriodThatBeginsAnewBringsItsStepAnew() {
        var anew = steps(
                machine,
                "file",
                ORGANISATION,
                0,
                "look",
                OFFICE,
                1,
                "remind",
                CLOCK,
                2,
                "stop",
                SOURCE,
                3,
                "go-on",
                SOURCE,
                4);

        assertThat(machine.view(anew).timers().getFirst().start()).isEqualTo(MONDAY.plusDays(4));
        assertThat(machine.missed(anew, MONDAY.plusDays(5))).isEmpty();
        assertThat(machine.missed(anew, MONDAY.plusDays(6)).stream().map(Action::id))
                .containsExactly("remind");
    }

    @Test
    void whatIsDueFirstIsNextAndNothingIsWhenAllStandsStillOrIsDone() {
        var filedView = machine.view(filed);
        assertThat(filedView.next()).hasValue(filedView.timers().getFirst());
        var looked = steps(machine, "file", ORGANISATION, 0, "look", OFFICE, 1, "stop", SOURCE, 1, "go-on", SOURCE, 3);
        // The reply begins anew and is due on the fourth day, the whole on the ninth.
        assertThat(machine.view(looked).next().orElseThrow().timer().id()).isEqualTo("reply");
        var answered = new java.util.ArrayList<>(filed);
        answered.add(new Step(2, "answer", SOURCE, MONDAY, noon(MONDAY), null));
        assertThat(machine.view(answered).next()).isEmpty();
    }

    @Test
    void aCountOfWorkingDaysSaysWhatItSkipped() {
        var working = TestKind.working();
        // From Friday 5 June 2026 the third working day is Wednesday; counted from that day itself it is Tuesday.
        var friday = List.of(new Step(1, "file", ORGANISATION, MONDAY.plusDays(4), noon(MONDAY.plusDays(4)), null));

        var next = working.view(friday).timers().getLast();
        assertThat(requireNonNull(next.why()).plainWeekendDays()).isEqualTo(2);
        assertThat(requireNonNull(next.why()).workingDays()).isEqualTo(3);
        var same = working.view(friday).timers().getFirst();
        assertThat(requireNonNull(same.why()).workingDays()).isEqualTo(3);
        assertThat(requireNonNull(same.due()).date())
                .isEqualTo(requireNonNull(next.due()).date().minusDays(1));
        assertThat(machine.view(filed).timers().getLast().why()).isNull();
    }
}
