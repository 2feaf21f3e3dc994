package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.BARE;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.HONOUR;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.SEVERE;
import static org.xinheng.core.listing.TestLists.SUBJECT;
import static org.xinheng.core.listing.TestLists.WATCH;
import static org.xinheng.core.listing.TestLists.day;
import static org.xinheng.core.listing.TestLists.noon;
import static org.xinheng.core.listing.TestLists.proposal;
import static org.xinheng.core.listing.Walk.answer;
import static org.xinheng.core.listing.Walk.decide;
import static org.xinheng.core.listing.Walk.decision;
import static org.xinheng.core.listing.Walk.proposed;
import static org.xinheng.core.listing.Walk.removal;
import static org.xinheng.core.listing.Walk.revocation;
import static org.xinheng.core.listing.Walk.revoked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.Officer.Post;

/** What a decision says, how long what it says stands, and how it ends before its last day: honours, tags, removal, revocation. */
class ListingTermTests {

    @Test
    void aDecisionHasNumberReasonsAndAnEndWithinTheTerm() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.reason("2026-07-01", decide("", "理由", "2027-06-30"), HEAD))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
        assertThat(walk.refused("2026-07-01", decide("定1", "", "2027-06-30"), HEAD)
                        .facts())
                .containsExactly("reasons");
        assertThat(walk.reason("2026-07-01", new Decide(day("2026-07-01"), "定1", Verdict.LIST, null, "理由"), HEAD))
                .isEqualTo(Reason.NO_END);
        assertThat(walk.refused("2026-07-01", decide("定1", "理由", "2026-06-30"), HEAD))
                .isEqualTo(new Outcome.Refused(Reason.END_FIRST, List.of("2026-07-01"), "list.severe"));
        assertThat(walk.refused("2026-07-01", decide("定1", "理由", "2029-07-01"), HEAD))
                .isEqualTo(new Outcome.Refused(Reason.TERM_TOO_LONG, List.of("2029-06-30"), "list.severe"));
        walk.take("2026-07-01", decide("定1", "理由", "2026-07-01"), HEAD);
        assertThat(walk.dues()).containsExactly(new Due("service", day("2026-07-01"), day("2026-07-10"), false));
    }

    @Test
    void anHonourTakesConsentAndNoNotice() {
        Walk walk = Walk.on(HONOUR)
                .take(
                        "2026-06-22",
                        new Act.Propose(day("2026-06-22"), "ground.now", "f", "l", "m", "", "守信激励对象"),
                        OFFICER);
        Decide honour = new Decide(day("2026-06-23"), "荣1", Verdict.LIST, null, "符合条件");

        assertThat(walk.reason("2026-06-23", new Act.Notify(day("2026-06-23"), "告1"), OFFICER))
                .isEqualTo(Reason.WRONG_STAGE);
        assertThat(walk.reason("2026-06-23", honour, HEAD)).isEqualTo(Reason.NO_CONSENT);
        walk.take("2026-06-22", new Act.Consent(day("2026-06-22"), false), SUBJECT);
        assertThat(walk.reason("2026-06-23", honour, HEAD)).isEqualTo(Reason.NO_CONSENT);
        walk.take("2026-06-23", new Act.Consent(day("2026-06-23"), true), SUBJECT)
                .take("2026-06-23", honour, HEAD)
                .take("2026-06-24", new Act.Serve(day("2026-06-24")), OFFICER);
        assertThat(walk.stage("2099-01-01")).isEqualTo(Stage.LISTED);
        assertThat(walk.dues()).isEmpty();
        assertThat(walk.take("2026-06-25", removal("2026-06-25"), OFFICER).dues())
                .isEmpty();
        assertThat(Walk.on(SEVERE)
                        .take("2026-06-22", proposal("2026-06-22"), OFFICER)
                        .reason("2026-06-22", new Act.Consent(day("2026-06-22"), true), SUBJECT))
                .isEqualTo(Reason.WRONG_STAGE);
    }

    @Test
    void aWatchTagBringsNoMeasures() {
        Walk.on(WATCH).take("2026-06-22", proposed("ground.now", "f", "l", "", "市场监管"), OFFICER);
        assertThat(Walk.on(WATCH)
                        .refused("2026-06-22", proposed("ground.now", "f", "", "", "市场监管"), OFFICER)
                        .facts())
                .containsExactly("law");
    }

    @Test
    void aTagWithoutLastDayIsNotServedHoweverItsDecisionCameToStand() {
        Act endless = new Decide(day("2026-07-01"), "定1", Verdict.LIST, null, "理由");
        Proceeding tag = Walk.notified(WATCH).proceeding();
        Proceeding forged = tag.with(new Step(3, endless, HEAD, noon("2026-07-01"), null));
        assertThat(Walk.of(forged).reason("2026-07-02", new Act.Serve(day("2026-07-02")), OFFICER))
                .isEqualTo(Reason.NO_END);

        Proceeding severe = Walk.notified(SEVERE).proceeding();
        Walk.of(severe.with(new Step(3, endless, HEAD, noon("2026-07-01"), null)))
                .take("2026-07-02", new Act.Serve(day("2026-07-02")), OFFICER);
    }

    @Test
    void aWatchTagTakesTheSameDoorAndEndsWithItsReason() {
        Walk walk = Walk.notified(WATCH);
        assertThat(walk.reason("2026-06-24", decision("2026-06-24", "2026-12-31"), HEAD))
                .isEqualTo(Reason.TIME_TO_ANSWER);

        walk.take("2026-07-01", decision("2026-07-01", "2026-12-31"), HEAD)
                .take("2026-07-02", new Act.Serve(day("2026-07-02")), OFFICER)
                .take("2026-07-03", removal("2026-07-03"), OFFICER)
                .take("2026-07-06", new Act.DecideRemoval(day("2026-07-06"), "解1", true, "情形消失"), HEAD);
        assertThat(walk.stage("2026-07-06")).isEqualTo(Stage.REMOVED);
    }

    @Test
    void serviceStartsThePublication() {
        assertThat(Walk.listed().dues())
                .containsExactly(new Due("publication", day("2026-07-02"), day("2026-07-13"), false));
    }

    @Test
    void earlyRemovalComesWhenItsDayHasComeAndEveryConditionIsShown() {
        Walk walk = Walk.listed();

        assertThat(walk.refused("2027-06-30", removal("2027-06-30", 0, 1), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.TOO_EARLY, List.of("2027-07-01"), "list.severe"));
        assertThat(walk.refused("2027-07-01", removal("2027-07-01", 0), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.CONDITIONS_OPEN, List.of("乙"), "list.severe"));
        assertThat(walk.refused("2027-07-01", removal("2027-07-01"), OFFICER).facts())
                .containsExactly("甲；乙");
        assertThat(walk.refused("2027-07-01", new Act.AskRemoval(day("2027-07-01"), List.of(0, 1), " "), OFFICER)
                        .facts())
                .containsExactly("proof");
        walk.take("2027-07-01", removal("2027-07-01", 0, 1), OFFICER);
        assertThat(walk.stage("2027-07-01")).isEqualTo(Stage.REMOVAL_ASKED);
        assertThat(walk.dues())
                .containsExactly(
                        new Due("acceptance", day("2027-07-01"), day("2027-07-05"), true),
                        new Due("removal", day("2027-07-01"), day("2027-07-22"), true));
    }

    @Test
    void aListWithoutEarlyRemovalKeepsItsTerm() {
        Walk walk = Walk.notified(BARE)
                .take("2026-06-24", answer("2026-06-24", Form.DEFENCE, true), SUBJECT)
                .take("2026-06-24", decision("2026-06-24", "2027-06-23"), HEAD)
                .take("2026-06-25", new Act.Serve(day("2026-06-25")), OFFICER);

        assertThat(walk.dues()).isEmpty();
        assertThat(walk.reason("2027-01-01", removal("2027-01-01"), OFFICER)).isEqualTo(Reason.NO_EARLY_REMOVAL);
        assertThat(walk.take("2027-01-04", revocation("2027-01-04"), HEAD).dues())
                .isEmpty();
    }

    @Test
    void removalIsDecidedByAnotherThanWhoTookTheApplication() {
        Walk walk = Walk.listed().take("2027-07-01", removal("2027-07-01", 0, 1), OFFICER);
        Officer both = new Officer(OFFICER.name(), "market", Post.HEAD);

        assertThat(walk.reason("2027-07-02", new Act.DecideRemoval(day("2027-07-02"), "移1", true, "已履行"), both))
                .isEqualTo(Reason.SAME_OFFICER);
        assertThat(walk.reason("2027-07-02", new Act.DecideRemoval(day("2027-07-02"), "", true, "已履行"), HEAD))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
        assertThat(walk.reason("2027-07-02", new Act.DecideRemoval(day("2027-07-02"), "移1", true, ""), HEAD))
                .isEqualTo(Reason.NOT_SAID);
        walk.take("2027-07-02", new Act.DecideRemoval(day("2027-07-02"), "移1", false, "未履行"), HEAD);
        assertThat(walk.stage("2027-07-02")).isEqualTo(Stage.LISTED);
    }

    @Test
    void aListingIsRevokedAtAnyTimeWithThePacksPeriodFromTheDayItsGroundFell() {
        assertThat(Walk.listed().refused("2026-07-03", revoked("2026-07-03", "2026-07-04"), HEAD))
                .isEqualTo(new Outcome.Refused(Reason.FUTURE, List.of("2026-07-04"), "list.severe"));
        assertThat(Walk.listed()
                        .reason("2026-07-03", new Act.Revoke(day("2026-07-03"), "", day("2026-07-03"), "撤"), HEAD))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
        Walk walk = Walk.listed().take("2026-07-24", revoked("2026-07-24", "2026-07-20"), HEAD);
        assertThat(walk.stage("2026-07-24")).isEqualTo(Stage.REVOKED);
        assertThat(walk.dues())
                .containsExactly(new Due("takedown", day("2026-07-20"), day("2026-07-23"), false))
                .allMatch(due -> due.missed(day("2026-07-24")))
                .noneMatch(due -> due.missed(day("2026-07-23")));
        assertThat(Walk.listed()
                        .take("2030-01-04", revocation("2030-01-04"), HEAD)
                        .stage("2030-01-04"))
                .isEqualTo(Stage.REVOKED);
    }
}
