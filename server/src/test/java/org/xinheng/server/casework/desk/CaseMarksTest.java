package org.xinheng.server.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.casework.Step;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks.Change;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.publicity.DemoCity;

/** Which marks a case holds on its record, step by step. */
class CaseMarksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final CaseKind OBJECTION =
            DemoCity.POLICY.instruments().caseKind("objection").orElseThrow();

    private static CaseFile file(boolean repeated, String... actions) {
        var opening = new Opening("objection", 7, "record", 1, "body", "wrong", "说明", null, repeated, null);
        List<Taken> steps = new ArrayList<>();
        for (String action : actions) {
            var step = new Step(steps.size() + 1, action, Party.SOURCE, DAY, Instant.EPOCH, null);
            steps.add(new Taken(step, "x", Said.NOTHING, List.of(), "v", false));
        }
        return new CaseFile(1, "异〔2026〕1号", opening, steps);
    }

    private static List<RecordMark> marks(CaseKind kind, CaseFile file) {
        var machine = new CaseMachine(kind, DemoCity.POLICY, at -> LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai")));
        return CaseMarks.of(kind, file, machine.view(file.course()));
    }

    private static List<Kind> kinds(CaseFile file) {
        return marks(OBJECTION, file).stream().map(RecordMark::kind).toList();
    }

    @Test
    void anOpenObjectionIsMarkedAndWithheldFromTheDayAfterItsPeriod() {
        // Seven working days from 10 June 2026, over the Dragon Boat Festival, end on 22 June.
        assertThat(marks(OBJECTION, file(false, "file")))
                .containsExactly(
                        new RecordMark(Kind.DISPUTED, "异〔2026〕1号", DAY, ""),
                        new RecordMark(Kind.WITHHELD, "异〔2026〕1号", LocalDate.of(2026, 6, 23), ""),
                        new RecordMark(Kind.STATEMENT, "异〔2026〕1号", DAY, "说明"));
    }

    @Test
    void aPeriodThatStandsStillWithholdsNothing() {
        assertThat(kinds(file(false, "file", "forward"))).contains(Kind.WITHHELD);
        assertThat(kinds(file(false, "file", "forward", "suspend"))).doesNotContain(Kind.WITHHELD);
    }

    @Test
    void anAnswerLiftsTheMarkAndLeavesTheOwnWordsUnlessTheyAreTakenBack() {
        assertThat(kinds(file(false, "file", "reject"))).containsExactly(Kind.STATEMENT);
        assertThat(kinds(file(false, "file", "withhold", "certify"))).containsExactly(Kind.STATEMENT);
        assertThat(kinds(file(false, "file", "recall"))).isEmpty();
        assertThat(kinds(file(false, "file", "uphold-corrected"))).isEmpty();
    }

    @Test
    void whatWasSaidBeforeMarksNothing() {
        assertThat(marks(OBJECTION, file(true, "file"))).isEmpty();
        assertThat(marks(OBJECTION, file(true, "file", "withhold"))).isEmpty();
    }

    @Test
    void aPlaceMayHideWhileItChecks() {
        List<Action> actions = OBJECTION.actions().stream()
                .map(action -> action.id().equals("file")
                        ? new Action(
                                "file",
                                action.title(),
                                action.by(),
                                action.from(),
                                action.to(),
                                List.of(Effect.HIDE),
                                action.needs(),
                                action.answer(),
                                action.serves())
                        : action)
                .toList();
        var hiding = new CaseKind(
                OBJECTION.rule(),
                OBJECTION.number(),
                OBJECTION.about(),
                OBJECTION.findings(),
                OBJECTION.grounds(),
                OBJECTION.groundsFrom(),
                OBJECTION.documents(),
                OBJECTION.states(),
                actions,
                OBJECTION.timers(),
                null);

        assertThat(marks(hiding, file(false, "file")))
                .contains(new RecordMark(Kind.WITHHELD, "异〔2026〕1号", DAY, ""))
                .extracting(RecordMark::kind)
                .doesNotContain(Kind.DISPUTED);
        assertThat(marks(hiding, file(false, "file", "reject")))
                .extracting(RecordMark::kind)
                .containsExactly(Kind.STATEMENT);
    }

    @Test
    void onlyWhatDiffersIsChanged() {
        var disputed = new RecordMark(Kind.DISPUTED, "异〔2026〕1号", DAY, "");
        var withheld = new RecordMark(Kind.WITHHELD, "异〔2026〕1号", DAY.plusDays(13), "");
        var later = new RecordMark(Kind.WITHHELD, "异〔2026〕1号", DAY.plusDays(15), "");

        assertThat(CaseMarks.changes(List.of(disputed, withheld), List.of(disputed, withheld), DAY))
                .isEmpty();
        assertThat(CaseMarks.changes(List.of(disputed, later), List.of(disputed, withheld), DAY))
                .containsExactly(new Change(later, true));
        assertThat(CaseMarks.changes(List.of(later), List.of(withheld), DAY.plusDays(20)))
                .as("both have begun")
                .isEmpty();
        assertThat(CaseMarks.changes(List.of(), List.of(disputed), DAY)).containsExactly(new Change(disputed, false));
    }
}
