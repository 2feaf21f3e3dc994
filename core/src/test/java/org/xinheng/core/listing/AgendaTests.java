package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Agenda.Item;
import org.xinheng.core.listing.Agenda.Kind;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;

/** Every period of a proceeding on its last day and on the one after it. */
class AgendaTests {

    private static final Agenda AGENDA = new Agenda(TestLists.policy());

    private static List<Item> on(String day, Walk walk) {
        return AGENDA.on(day(day), walk.proceeding());
    }

    private static Item item(Kind kind, String clock, String from, String by) {
        return new Item(kind, new Due(clock, day(from), day(by), false));
    }

    @Test
    void theBodyMayDecideOnceTheTimeToAnswerIsOver() {
        Walk walk = Walk.notified(TestLists.SEVERE);

        assertThat(on("2026-06-30", walk)).isEmpty();
        assertThat(on("2026-07-01", walk))
                .containsExactly(item(Kind.ANSWER_OVER, "answer", "2026-06-23", "2026-06-30"));
    }

    @Test
    void theTimeToDecideRunsFromTheEndOfTheTimeToAnswer() {
        Walk walk = Walk.notified(TestLists.SEVERE);
        Item over = item(Kind.ANSWER_OVER, "answer", "2026-06-23", "2026-06-30");

        assertThat(on("2026-07-28", walk)).containsExactly(over);
        assertThat(on("2026-07-29", walk))
                .containsExactly(over, item(Kind.DECISION_MISSED, "decision", "2026-06-30", "2026-07-28"));
    }

    @Test
    void aLastWordEndsTheTimeToAnswerAndALateOneDoesNotLengthenIt() {
        Walk early = Walk.notified(TestLists.SEVERE)
                .take("2026-06-25", Walk.answer("2026-06-25", Form.DEFENCE, true), TestLists.SUBJECT);
        Walk late = Walk.notified(TestLists.SEVERE)
                .take("2026-07-02", Walk.answer("2026-07-02", Form.DEFENCE, true), TestLists.SUBJECT);

        assertThat(on("2026-06-25", early)).isEmpty();
        assertThat(on("2026-06-26", early))
                .containsExactly(item(Kind.ANSWER_OVER, "answer", "2026-06-23", "2026-06-25"));
        assertThat(on("2026-07-24", early))
                .contains(item(Kind.DECISION_MISSED, "decision", "2026-06-25", "2026-07-23"));
        assertThat(on("2026-07-03", late))
                .containsExactly(item(Kind.ANSWER_OVER, "answer", "2026-06-23", "2026-06-30"));
    }

    @Test
    void aListWithoutTheClockOfAStepHasNoPeriodThere() {
        assertThat(on("2026-12-31", Walk.notified(TestLists.BARE)))
                .containsExactly(item(Kind.ANSWER_OVER, "answer", "2026-06-23", "2026-06-30"));
        assertThat(on("2026-07-01", moved(Walk.notified(TestLists.SEVERE), TestLists.ELSEWHERE)))
                .as("no notice of its own")
                .isEmpty();
    }

    private static Walk moved(Walk walk, String list) {
        Proceeding was = walk.proceeding();
        return Walk.of(new Proceeding(was.id(), list, was.subject(), was.authority(), was.steps()));
    }

    @Test
    void aDecisionHasToBeServed() {
        Walk walk = Walk.decided();

        assertThat(on("2026-07-10", walk)).isEmpty();
        assertThat(on("2026-07-11", walk))
                .containsExactly(item(Kind.SERVICE_MISSED, "service", "2026-07-01", "2026-07-10"));
        assertThat(on("2026-07-11", Walk.listed())).as("it was").isEmpty();
    }

    @Test
    void anApplicationHasToBeAcceptedAndDecided() {
        Walk walk =
                Walk.listed().take("2027-07-05", new Act.AskRemoval(day("2027-07-05"), List.of(0, 1), "缴款凭证"), OFFICER);
        Proceeding asked = walk.proceeding();

        assertThat(AGENDA.on(day("2027-07-07"), asked)).isEmpty();
        assertThat(AGENDA.on(day("2027-07-08"), asked)).extracting(Item::kind).containsExactly(Kind.ACCEPTANCE_MISSED);
        assertThat(AGENDA.on(day("2027-07-26"), asked)).extracting(Item::kind).containsExactly(Kind.ACCEPTANCE_MISSED);
        assertThat(AGENDA.on(day("2027-07-27"), asked))
                .extracting(item -> item.kind() + " " + item.due().by())
                .containsExactly("ACCEPTANCE_MISSED 2027-07-07", "REMOVAL_MISSED 2027-07-26");

        walk.take("2027-07-27", new Act.DecideRemoval(day("2027-07-27"), "移1", true, "已履行"), HEAD);
        assertThat(on("2027-07-28", walk)).isEmpty();
    }

    @Test
    void anObjectionToATagIsAnsweredInThePeriodOfItsReview() {
        Walk walk = Walk.notified(TestLists.WATCH)
                .take("2026-07-01", Walk.decision("2026-07-01", "2027-06-30"), HEAD)
                .take("2026-07-02", new Act.Serve(day("2026-07-02")), OFFICER)
                .take("2026-07-03", new Act.AskRemoval(day("2026-07-03"), List.of(), "不是本单位的行为"), OFFICER);

        assertThat(walk.dues()).extracting(Due::by).containsExactly(day("2026-07-10"));
        assertThat(on("2026-07-10", walk)).isEmpty();
        assertThat(AGENDA.on(day("2026-07-11"), walk.proceeding()))
                .extracting(Item::kind)
                .containsExactly(Kind.REMOVAL_MISSED);
    }

    @Test
    void aListingWhoseDecisionFellIsToBeRevoked() {
        Proceeding listed = Walk.listed().proceeding();
        LocalDate fell = day("2026-07-20");
        Item task = AGENDA.on(fell, listed, fell).getFirst();
        LocalDate last = task.due().by();

        assertThat(task.kind()).isEqualTo(Kind.UNDERLYING_FELL);
        assertThat(last).isAfter(fell);
        assertThat(AGENDA.on(last, listed, fell)).containsExactly(task);
        assertThat(AGENDA.on(last.plusDays(1), listed, fell))
                .containsExactly(new Item(Kind.REVOCATION_MISSED, task.due()));
        assertThat(AGENDA.on(last.plusDays(1), listed)).as("it stands").isEmpty();
        assertThat(AGENDA.on(fell, Walk.notified(TestLists.SEVERE).proceeding(), fell))
                .extracting(Item::kind)
                .as("nothing was decided")
                .doesNotContain(Kind.UNDERLYING_FELL, Kind.REVOCATION_MISSED);
    }

    @Test
    void theBodyIsRemindedBeforeATermEnds() {
        Walk walk = Walk.listed();
        assertThat(on("2029-06-15", walk))
                .as("ten working days reach to the 29th")
                .isEmpty();
        assertThat(on("2029-06-18", walk)).as("and now to 2 July").containsExactly(ending("2029-06-18"));
        assertThat(on("2029-06-30", walk)).containsExactly(ending("2029-06-30"));
        assertThat(on("2029-07-01", walk)).as("it has ended").isEmpty();
    }

    private static Item ending(String day) {
        return item(Kind.TERM_ENDS, "soon", day, "2029-06-30");
    }

    @Test
    void aTermIsRemindedOfAlsoWhileAnApplicationWaits() {
        Walk walk =
                Walk.listed().take("2029-06-18", new Act.AskRemoval(day("2029-06-18"), List.of(0, 1), "缴款凭证"), OFFICER);

        assertThat(on("2029-06-21", walk))
                .extracting(Item::kind)
                .containsExactly(Kind.ACCEPTANCE_MISSED, Kind.TERM_ENDS);
    }

    @Test
    void whatIsNotListedOrHasNoEndIsNotRemindedOf() {
        Walk decided =
                Walk.notified(TestLists.SEVERE).take("2026-07-01", Walk.decision("2026-07-01", "2026-07-06"), HEAD);

        assertThat(on("2026-07-02", decided)).as("not served yet").isEmpty();
        assertThat(on(
                        "2026-07-02",
                        Walk.on(TestLists.SEVERE).take("2026-06-22", TestLists.proposal("2026-06-22"), OFFICER)))
                .as("before the notice no period runs")
                .isEmpty();
        assertThat(on("2026-07-02", Walk.on(TestLists.SEVERE))).isEmpty();
        assertThat(on("2026-07-02", Walk.on("unknown", "market", SubjectKind.ORGANISATION)))
                .isEmpty();
        assertThat(on("2026-07-02", moved(Walk.notified(TestLists.SEVERE), "unknown")))
                .isEmpty();
    }

    @Test
    void aListingWithoutEndOrReminderIsNeverRemindedOf() {
        Walk honour = Walk.on(TestLists.HONOUR)
                .take(
                        "2026-06-22",
                        new Act.Propose(day("2026-06-22"), "ground.now", "f", "l", "m", "", "守信激励对象"),
                        OFFICER)
                .take("2026-06-23", new Act.Consent(day("2026-06-23"), true), TestLists.SUBJECT)
                .take(
                        "2026-06-23",
                        new Act.Decide(day("2026-06-23"), "荣1", Act.Decide.Verdict.LIST, null, "符合条件"),
                        HEAD)
                .take("2026-06-24", new Act.Serve(day("2026-06-24")), OFFICER);

        assertThat(on("2026-06-25", honour)).isEmpty();
        assertThat(on("2029-06-30", moved(Walk.listed(), TestLists.ELSEWHERE))).isEmpty();
    }

    @Test
    void theHorizonIsTheLongestOfAllReminders() {
        // Of the lists one reminds ten, one thirty, and again one ten working days before.
        assertThat(AGENDA.horizon(day("2026-06-22"))).isEqualTo(day("2026-08-03"));

        Policy all = TestLists.policy();
        Policy none = new Policy(
                all.pack(),
                all.version(),
                all.place(),
                all.calendar(),
                all.codes(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Instruments.ofLists(Map.of(), List.of()));
        assertThat(new Agenda(none).horizon(day("2026-06-22"))).isNull();
    }
}
