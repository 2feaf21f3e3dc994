package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.BARE;
import static org.xinheng.core.listing.TestLists.ELSEWHERE;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.HONOUR;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.SEVERE;
import static org.xinheng.core.listing.TestLists.SUBJECT;
import static org.xinheng.core.listing.TestLists.day;
import static org.xinheng.core.listing.TestLists.noon;
import static org.xinheng.core.listing.TestLists.proposal;
import static org.xinheng.core.listing.Walk.answer;
import static org.xinheng.core.listing.Walk.decision;
import static org.xinheng.core.listing.Walk.proposed;
import static org.xinheng.core.listing.Walk.removal;
import static org.xinheng.core.listing.Walk.revocation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.SubjectKind;

/** Every reason for which the door stays shut, and the day on which it opens. */
class ListingGuardTests {

    private static final Officer OFFICE = new Officer("office", "", Post.CREDIT_OFFICE);

    @Test
    void theWholeChainListsUntilItsLastDay() {
        Walk walk = Walk.listed();

        assertThat(walk.stage("2026-07-02")).isEqualTo(Stage.LISTED);
        assertThat(walk.stage("2029-06-30")).isEqualTo(Stage.LISTED);
        assertThat(walk.stage("2029-07-01")).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void aDecisionThatWasNotServedListsNobody() {
        assertThat(Walk.decided().stage("2026-07-01")).isEqualTo(Stage.DECIDED);
        assertThat(Walk.decided().stage("2029-07-01")).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void anUnknownListIsNoList() {
        assertThat(Walk.on("none").reason("2026-06-22", proposal("2026-06-22"), OFFICER))
                .isEqualTo(Reason.NO_SUCH_LIST);
    }

    @Test
    void theCreditOfficeActsInNoProceeding() {
        assertThat(Walk.on(SEVERE).reason("2026-06-22", proposal("2026-06-22"), OFFICE))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(Walk.notified(SEVERE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), OFFICE))
                .isEqualTo(Reason.OTHER_POST);
        Officer posing = new Officer("office", "", Post.HEAD);
        assertThat(Walk.notified(SEVERE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), posing))
                .isEqualTo(Reason.OTHER_AUTHORITY);
    }

    @Test
    void onlyAHeadSignsAndAHeadDoesNothingElse() {
        assertThat(Walk.on(SEVERE).reason("2026-06-22", proposal("2026-06-22"), HEAD))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(Walk.notified(SEVERE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), OFFICER))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(Walk.decided().reason("2026-07-02", new Act.Serve(day("2026-07-02")), HEAD))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(Walk.listed().reason("2026-07-03", revocation("2026-07-03"), OFFICER))
                .isEqualTo(Reason.OTHER_POST);
    }

    @Test
    void anOrganisationSpeaksForItselfAndDecidesNothing() {
        Officer other = new Officer("92", "8", Post.SUBJECT);

        assertThat(Walk.notified(SEVERE).reason("2026-06-24", answer("2026-06-24", Form.DEFENCE, true), other))
                .isEqualTo(Reason.OTHER_AUTHORITY);
        Walk walk = Walk.notified(SEVERE).take("2026-06-24", answer("2026-06-24", Form.DEFENCE, true), SUBJECT);
        assertThat(walk.reason("2026-06-24", decision("2026-06-24", "2027-06-23"), SUBJECT))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(walk.reason("2026-06-24", new Act.Drop(day("2026-06-24"), "撤回"), SUBJECT))
                .isEqualTo(Reason.OTHER_POST);
        assertThat(Walk.listed()
                        .take("2027-07-01", removal("2027-07-01", 0, 1), SUBJECT)
                        .stage("2027-07-01"))
                .isEqualTo(Stage.REMOVAL_ASKED);
    }

    @Test
    void nobodySaysTheLastWordInPlaceOfTheOrganisation() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.refused("2026-06-24", answer("2026-06-24", Form.DEFENCE, true), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.OWN_WORD, List.of(), "list.severe"));
        assertThat(walk.reason("2026-06-24", answer("2026-06-24", Form.STATEMENT, true), HEAD))
                .isEqualTo(Reason.OWN_WORD);
        walk.take("2026-06-24", answer("2026-06-24", Form.DEFENCE, false), OFFICER);
        assertThat(walk.reason("2026-06-24", decision("2026-06-24", "2027-06-23"), HEAD))
                .as("what an officer takes down does not end the time")
                .isEqualTo(Reason.TIME_TO_ANSWER);
        assertThat(walk.reason("2026-06-24", answer("2026-06-24", Form.DEFENCE, false), HEAD))
                .isEqualTo(Reason.OTHER_POST);
    }

    @Test
    void nobodyAgreesInPlaceOfTheOrganisation() {
        Walk walk = Walk.on(HONOUR)
                .take(
                        "2026-06-22",
                        new Act.Propose(day("2026-06-22"), "ground.now", "f", "l", "m", "", "守信激励对象"),
                        OFFICER);
        Act.Consent yes = new Act.Consent(day("2026-06-22"), true);

        for (Officer by : List.of(OFFICER, HEAD, OFFICE)) {
            assertThat(walk.reason("2026-06-22", yes, by)).isEqualTo(Reason.OWN_WORD);
        }
        assertThat(walk.reason("2026-06-22", yes, new Officer("92", "8", Post.SUBJECT)))
                .isEqualTo(Reason.OTHER_AUTHORITY);
        walk.take("2026-06-22", yes, SUBJECT);
    }

    @Test
    void whatAnOfficerOnceWroteDownForTheOrganisationOpensNoDoor() {
        Walk waived = Walk.of(Walk.notified(SEVERE)
                .proceeding()
                .with(new Step(3, answer("2026-06-24", Form.DEFENCE, true), OFFICER, noon("2026-06-24"), null)));
        assertThat(waived.reason("2026-06-24", decision("2026-06-24", "2027-06-23"), HEAD))
                .isEqualTo(Reason.TIME_TO_ANSWER);

        Proceeding honour = Walk.on(HONOUR)
                .take(
                        "2026-06-22",
                        new Act.Propose(day("2026-06-22"), "ground.now", "f", "l", "m", "", "守信激励对象"),
                        OFFICER)
                .proceeding()
                .with(new Step(2, new Act.Consent(day("2026-06-22"), true), OFFICER, noon("2026-06-22"), null));
        assertThat(Walk.of(honour)
                        .reason("2026-06-23", new Decide(day("2026-06-23"), "荣1", Verdict.LIST, null, "符合条件"), HEAD))
                .isEqualTo(Reason.NO_CONSENT);
    }

    @Test
    void anotherBodysHeadSignsNothing() {
        Officer labour = new Officer("labour-head", "labour", Post.HEAD);

        assertThat(Walk.notified(SEVERE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), labour))
                .isEqualTo(Reason.OTHER_AUTHORITY);
    }

    @Test
    void aBodyWithoutRemitNeitherProposesNorDecides() {
        Officer labour = new Officer("labour-officer", "labour", Post.OFFICER);

        assertThat(Walk.on(SEVERE, "labour", SubjectKind.ORGANISATION)
                        .refused("2026-06-22", proposal("2026-06-22"), labour))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NO_REMIT);
                    assertThat(refused.rule()).isEqualTo("list.severe");
                });
        // The remit passed to another body with the end of June.
        assertThat(Walk.notified(BARE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), HEAD))
                .isEqualTo(Reason.NO_REMIT);
    }

    @Test
    void aBodyThatIsNoMoreDecidesNothingAndItsSuccessorCarriesOn() {
        Walk walk = Walk.on(SEVERE, "former", SubjectKind.ORGANISATION)
                .take("2026-08-03", proposal("2026-08-03"), new Officer("a", "former", Post.OFFICER))
                .take("2026-08-04", new Act.Notify(day("2026-08-04"), "告1"), new Officer("a", "former", Post.OFFICER));

        assertThat(walk.reason(
                        "2026-09-01", decision("2026-09-01", "2027-06-30"), new Officer("b", "former", Post.HEAD)))
                .isEqualTo(Reason.NO_REMIT);
        walk.take("2026-09-01", decision("2026-09-01", "2027-06-30"), HEAD);
        assertThat(walk.stage("2026-09-01")).isEqualTo(Stage.DECIDED);
    }

    @Test
    void whatIsDecidedElsewhereIsNotProposedHere() {
        assertThat(Walk.on(ELSEWHERE).reason("2026-06-22", proposal("2026-06-22"), OFFICER))
                .isEqualTo(Reason.DECIDED_ELSEWHERE);
    }

    @Test
    void aSubjectOfAnotherKindIsNotProposed() {
        assertThat(Walk.on(SEVERE, "market", SubjectKind.INDIVIDUAL_BUSINESS)
                        .refused("2026-06-22", proposal("2026-06-22"), OFFICER))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.SUBJECT_KIND);
                    assertThat(refused.facts()).containsExactly("INDIVIDUAL_BUSINESS");
                });
    }

    @Test
    void aProposalNamesAGroundInForceAKindAndEverythingThatTheNoticeSays() {
        Walk walk = Walk.on(SEVERE);

        assertThat(walk.reason("2026-06-22", proposed("ground.none", "f", "l", "m", "市场监管"), OFFICER))
                .isEqualTo(Reason.NO_SUCH_GROUND);
        assertThat(walk.reason("2026-06-22", proposed("ground.past", "f", "l", "m", "市场监管"), OFFICER))
                .isEqualTo(Reason.NO_SUCH_GROUND);
        assertThat(walk.reason("2026-06-22", proposed("ground.now", "f", "l", "m", "统计"), OFFICER))
                .isEqualTo(Reason.NO_SUCH_KIND);
        assertThat(walk.refused("2026-06-22", proposed("ground.now", " ", "l", "m", "市场监管"), OFFICER)
                        .facts())
                .containsExactly("facts");
        assertThat(walk.refused("2026-06-22", proposed("ground.now", "f", "", "m", "市场监管"), OFFICER)
                        .facts())
                .containsExactly("law");
        assertThat(walk.refused("2026-06-22", proposed("ground.now", "f", "l", "", "市场监管"), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.NOT_SAID, List.of("measures"), "list.severe"));
    }

    @Test
    void noActStandsBeforeTheProposalAndNoneIsProposedTwice() {
        assertThat(Walk.on(SEVERE).reason("2026-06-22", new Act.Notify(day("2026-06-22"), "告1"), OFFICER))
                .isEqualTo(Reason.WRONG_STAGE);
        assertThat(Walk.notified(SEVERE).reason("2026-06-23", proposal("2026-06-23"), OFFICER))
                .isEqualTo(Reason.WRONG_STAGE);
    }

    @Test
    void aClockThatWasSetBackStopsEverything() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.refused("2026-06-22", answer("2026-06-22", Form.DEFENCE, false), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.CLOCK_SET_BACK, List.of("2026-06-23"), "list.severe"));
        // At the very instant of the last step time did not run backwards.
        walk.take("2026-06-23", answer("2026-06-23", Form.DEFENCE, false), OFFICER);
    }

    @Test
    void noPaperBearsADayToComeOrADayBeforeWhatItFollows() {
        Walk walk = Walk.on(SEVERE).take("2026-06-22", proposal("2026-06-22"), OFFICER);

        assertThat(walk.refused("2026-06-22", new Act.Notify(day("2026-06-23"), "告1"), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.FUTURE, List.of("2026-06-23"), "list.severe"));
        assertThat(walk.refused("2026-06-24", new Act.Notify(day("2026-06-21"), "告1"), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.NOT_TODAY, List.of("2026-06-24"), "list.severe"));
        walk.take("2026-06-24", new Act.Notify(day("2026-06-24"), "告1"), OFFICER);
        assertThat(walk.refused("2026-06-25", answer("2026-06-23", Form.DEFENCE, false), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.BACKDATED, List.of("2026-06-24"), "list.severe"));
        assertThat(Walk.decided().reason("2026-07-03", new Act.Serve(day("2026-07-02")), OFFICER))
                .isEqualTo(Reason.NOT_TODAY);
        assertThat(Walk.listed().reason("2027-07-03", removal("2026-07-01", 0, 1), OFFICER))
                .isEqualTo(Reason.BACKDATED);
    }

    @Test
    void whatIsSignedHereBearsTheDayOfSigning() {
        assertThat(Walk.on(SEVERE).refused("2026-06-23", proposal("2026-06-22"), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.NOT_TODAY, List.of("2026-06-23"), "list.severe"));
        assertThat(Walk.notified(SEVERE).reason("2026-07-02", decision("2026-07-01", "2027-06-30"), HEAD))
                .isEqualTo(Reason.NOT_TODAY);
        assertThat(Walk.listed().reason("2026-07-04", revocation("2026-07-03"), HEAD))
                .isEqualTo(Reason.NOT_TODAY);
        assertThat(Walk.notified(SEVERE).reason("2026-07-02", new Act.Drop(day("2026-07-01"), "不再继续"), OFFICER))
                .isEqualTo(Reason.NOT_TODAY);
        Walk asked = Walk.listed().take("2027-07-01", removal("2027-07-01", 0, 1), OFFICER);
        assertThat(asked.reason("2027-07-03", new Act.DecideRemoval(day("2027-07-02"), "移1", true, "已履行"), HEAD))
                .isEqualTo(Reason.NOT_TODAY);
    }

    @Test
    void aNoticeHasANumber() {
        Walk walk = Walk.on(SEVERE).take("2026-06-22", proposal("2026-06-22"), OFFICER);

        assertThat(walk.reason("2026-06-22", new Act.Notify(day("2026-06-22"), " "), OFFICER))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
    }

    @Test
    void theTimeToAnswerIsCountedFromServiceAndNothingIsDecidedBeforeItRanOut() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.dues()).containsExactly(new Due("answer", day("2026-06-23"), day("2026-06-30"), false));
        assertThat(walk.refused("2026-06-30", decision("2026-06-30", "2027-06-29"), HEAD))
                .isEqualTo(new Outcome.Refused(Reason.TIME_TO_ANSWER, List.of("2026-06-30"), "list.severe"));
        walk.take("2026-07-01", decision("2026-07-01", "2027-06-29"), HEAD);
    }

    @Test
    void anAnswerAloneDoesNotEndTheTimeButTheLastWordDoes() {
        Walk walk = Walk.notified(SEVERE).take("2026-06-24", answer("2026-06-24", Form.STATEMENT, false), OFFICER);
        assertThat(walk.reason("2026-06-24", decision("2026-06-24", "2027-06-23"), HEAD))
                .isEqualTo(Reason.TIME_TO_ANSWER);

        walk.take("2026-06-25", answer("2026-06-25", Form.DEFENCE, true), SUBJECT)
                .take("2026-06-25", decision("2026-06-25", "2027-06-24"), HEAD);
        assertThat(walk.stage("2026-06-25")).isEqualTo(Stage.DECIDED);
    }

    @Test
    void anAnswerHasWordsAndMayComeLate() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.refused("2026-06-24", new Act.Answer(day("2026-06-24"), Form.DEFENCE, "", false), OFFICER)
                        .facts())
                .containsExactly("words");
        walk.take("2026-07-08", answer("2026-07-08", Form.DEFENCE, false), OFFICER);
    }

    @Test
    void withoutNoticeNobodyIsListedButMayBeLetGo() {
        Walk walk = Walk.on(SEVERE).take("2026-06-22", proposal("2026-06-22"), OFFICER);

        assertThat(walk.reason("2026-07-20", decision("2026-07-20", "2027-06-30"), HEAD))
                .isEqualTo(Reason.NOT_NOTIFIED);
        walk.take("2026-07-20", new Decide(day("2026-07-20"), "不1", Verdict.DECLINE, null, "没有故意"), HEAD);
        assertThat(walk.stage("2026-07-20")).isEqualTo(Stage.DECLINED);
        assertThat(walk.dues()).isEmpty();
    }

    @Test
    void whoeverProposedDoesNotSign() {
        Officer both = new Officer(OFFICER.name(), "market", Post.HEAD);

        assertThat(Walk.notified(SEVERE).reason("2026-07-01", decision("2026-07-01", "2027-06-30"), both))
                .isEqualTo(Reason.SAME_OFFICER);
        assertThat(Walk.notified(SEVERE)
                        .reason("2026-07-01", new Decide(day("2026-07-01"), "不1", Verdict.DECLINE, null, "没有故意"), both))
                .isEqualTo(Reason.SAME_OFFICER);
    }

    @Test
    void whatIsLetGoHasItsReasons() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.reason("2026-06-24", new Act.Drop(day("2026-06-24"), ""), OFFICER))
                .isEqualTo(Reason.NOT_SAID);
        assertThat(walk.take("2026-06-24", new Act.Drop(day("2026-06-24"), "撤回"), OFFICER)
                        .stage("2026-06-24"))
                .isEqualTo(Stage.DROPPED);
    }

    @Test
    void everyStepIsNumberedAndBearsItsInstant() {
        assertThat(Walk.listed().proceeding().steps()).extracting(Step::no).containsExactly(1, 2, 3, 4);
        assertThat(Walk.listed().proceeding().steps().getLast().at()).isEqualTo(noon("2026-07-02"));
        assertThat(Walk.listed().proceeding().steps().get(1).answerBy()).isEqualTo(day("2026-06-30"));
    }
}
