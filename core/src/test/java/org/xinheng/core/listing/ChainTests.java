package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.day;
import static org.xinheng.core.listing.TestLists.noon;
import static org.xinheng.core.listing.TestLists.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.SubjectKind;

/** What a store asks before it takes an entry, whoever called it. */
class ChainTests {

    private static final Act PROPOSAL = proposal("2026-06-22");
    private static final Act NOTICE = new Act.Notify(day("2026-06-23"), "告1");
    private static final Act DECISION = Walk.decision("2026-07-01", "2027-06-30");
    private static final Act SERVICE = new Act.Serve(day("2026-07-02"));
    private static final Act LAST_WORD = Walk.answer("2026-06-24", Form.DEFENCE, true);

    @Test
    void theChainOfAWalkThroughTheDoorHolds() {
        Chain chain = Chain.of(Nature.SEVERE, Walk.listed().proceeding()).orElseThrow();

        assertThat(chain.proposal().no()).isEqualTo(1);
        assertThat(chain.service().no()).isEqualTo(4);
        assertThat(chain.decided().document()).isEqualTo("定〔2026〕1号");
        assertThat(Chain.of(Nature.SEVERE, Walk.decided().proceeding())).isEmpty();
    }

    @Test
    void noLinkMayBeMissing() {
        assertThat(holds(PROPOSAL, NOTICE, DECISION, SERVICE)).isTrue();
        assertThat(holds(NOTICE, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, DECISION)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, new Decide(day("2026-07-01"), "不1", Verdict.DECLINE, null, "r"), SERVICE))
                .isFalse();
        assertThat(holds(PROPOSAL, NOTICE, new Decide(day("2026-07-01"), "", Verdict.LIST, null, "r"), SERVICE))
                .isFalse();
    }

    @Test
    void theOrderIsThatOfTheLaw() {
        assertThat(holds(NOTICE, PROPOSAL, DECISION, SERVICE)).isFalse();
        assertThat(holds(NOTICE, DECISION, PROPOSAL, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, SERVICE, DECISION)).isFalse();
        assertThat(holds(PROPOSAL, DECISION, NOTICE, SERVICE)).isFalse();
    }

    @Test
    void theTimeToAnswerRanOutOrWasWaived() {
        Act early = Walk.decision("2026-06-30", "2027-06-29");

        assertThat(holds(PROPOSAL, NOTICE, early, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, LAST_WORD, early, SERVICE)).isTrue();
        assertThat(holds(PROPOSAL, LAST_WORD, NOTICE, early, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, early, LAST_WORD, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, Walk.answer("2026-06-24", Form.DEFENCE, false), early, SERVICE))
                .isFalse();
    }

    @Test
    void twoActsUnderOneNumberAreInNoOrder() {
        Act early = Walk.decision("2026-06-30", "2027-06-29");
        Act consent = new Act.Consent(day("2026-06-23"), true);
        List<Act> plain = List.of(PROPOSAL, NOTICE, DECISION, SERVICE);
        List<Act> waived = List.of(PROPOSAL, NOTICE, LAST_WORD, early, SERVICE);
        List<Act> agreed = List.of(PROPOSAL, consent, DECISION, SERVICE);

        assertThat(numbered(Nature.SEVERE, plain, 1, 2, 3, 4)).isTrue();
        assertThat(numbered(Nature.SEVERE, plain, 3, 2, 3, 4)).isFalse();
        assertThat(numbered(Nature.SEVERE, plain, 1, 2, 3, 3)).isFalse();
        assertThat(numbered(Nature.SEVERE, plain, 1, 3, 3, 4)).isFalse();
        assertThat(numbered(Nature.SEVERE, waived, 1, 2, 3, 4, 5)).isTrue();
        assertThat(numbered(Nature.SEVERE, waived, 1, 2, 2, 3, 4)).isFalse();
        assertThat(numbered(Nature.SEVERE, waived, 1, 2, 3, 3, 4)).isFalse();
        assertThat(numbered(Nature.HONOUR, agreed, 1, 2, 3, 4)).isTrue();
        assertThat(numbered(Nature.HONOUR, agreed, 1, 2, 2, 3)).isFalse();
    }

    @Test
    void whatWasDeclinedIsNotListedInTheSameProceeding() {
        Act declined = new Decide(day("2026-07-01"), "不1", Verdict.DECLINE, null, "r");

        assertThat(holds(PROPOSAL, NOTICE, declined, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, DECISION, declined, SERVICE)).isFalse();
    }

    @Test
    void aHearingThatWasAskedForWasHeld() {
        Act asked = Walk.answer("2026-06-24", Form.HEARING_REQUEST, false);
        Act called = new Act.CallHearing(day("2026-06-24"), "听1", day("2026-06-30"), "9:30", "听证室");
        Act held = new Act.Hear(day("2026-06-30"), "笔录");

        assertThat(holds(PROPOSAL, NOTICE, asked, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, asked, called, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, NOTICE, asked, called, DECISION, held, SERVICE))
                .isFalse();
        assertThat(holds(PROPOSAL, NOTICE, asked, held, DECISION, SERVICE))
                .as("nobody was told of the hearing")
                .isFalse();
        assertThat(holds(PROPOSAL, NOTICE, called, asked, held, DECISION, SERVICE))
                .as("told before it was asked for")
                .isFalse();
        assertThat(holds(PROPOSAL, NOTICE, asked, called, held, DECISION, SERVICE))
                .isTrue();
    }

    @Test
    void anHonourStandsOnConsentBeforeItsDecision() {
        Act consent = new Act.Consent(day("2026-06-23"), true);
        Act no = new Act.Consent(day("2026-06-23"), false);

        assertThat(honour(PROPOSAL, consent, DECISION, SERVICE)).isTrue();
        assertThat(honour(PROPOSAL, no, DECISION, SERVICE)).isFalse();
        assertThat(honour(PROPOSAL, DECISION, consent, SERVICE)).isFalse();
        assertThat(honour(PROPOSAL, NOTICE, DECISION, SERVICE)).isFalse();
        assertThat(holds(PROPOSAL, consent, DECISION, SERVICE)).isFalse();
    }

    @Test
    void theOrganisationItselfSaidItsWords() {
        Act early = Walk.decision("2026-06-30", "2027-06-29");
        List<Act> waived = List.of(PROPOSAL, NOTICE, LAST_WORD, early, SERVICE);
        List<Act> agreed = List.of(PROPOSAL, new Act.Consent(day("2026-06-23"), true), DECISION, SERVICE);

        assertThat(Chain.of(Nature.SEVERE, of(waived, HEAD, TestLists.SUBJECT, 1, 2, 3, 4, 5)))
                .isPresent();
        assertThat(Chain.of(Nature.SEVERE, of(waived, HEAD, OFFICER, 1, 2, 3, 4, 5)))
                .isEmpty();
        assertThat(Chain.of(Nature.HONOUR, of(agreed, HEAD, TestLists.SUBJECT, 1, 2, 3, 4)))
                .isPresent();
        assertThat(Chain.of(Nature.HONOUR, of(agreed, HEAD, OFFICER, 1, 2, 3, 4)))
                .isEmpty();
    }

    @Test
    void aHeadOtherThanTheProposerSigned() {
        Proceeding signedByOfficer = of(List.of(PROPOSAL, NOTICE, DECISION, SERVICE), OFFICER);
        Proceeding signedByProposer = of(
                List.of(PROPOSAL, NOTICE, DECISION, SERVICE), new Officer(OFFICER.name(), "market", Officer.Post.HEAD));

        assertThat(Chain.of(Nature.SEVERE, signedByOfficer)).isEmpty();
        assertThat(Chain.of(Nature.SEVERE, signedByProposer)).isEmpty();
    }

    private static boolean holds(Act... acts) {
        return Chain.of(Nature.SEVERE, of(List.of(acts), HEAD)).isPresent();
    }

    private static boolean honour(Act... acts) {
        return Chain.of(Nature.HONOUR, of(List.of(acts), HEAD)).isPresent();
    }

    private static boolean numbered(Nature nature, List<Act> acts, int... numbers) {
        return Chain.of(nature, of(acts, HEAD, numbers)).isPresent();
    }

    private static Proceeding of(List<Act> acts, Officer signer) {
        return of(acts, signer, IntStream.rangeClosed(1, acts.size()).toArray());
    }

    /** As somebody who passes the guard by would write it. */
    private static Proceeding of(List<Act> acts, Officer signer, int... numbers) {
        return of(acts, signer, TestLists.SUBJECT, numbers);
    }

    private static boolean ownWord(Act act) {
        return act instanceof Act.Consent || act instanceof Act.Answer answer && answer.last();
    }

    private static Proceeding of(List<Act> acts, Officer signer, Officer speaker, int... numbers) {
        List<Step> steps = new ArrayList<>();
        for (Act act : acts) {
            Officer by = act instanceof Decide ? signer : ownWord(act) ? speaker : OFFICER;
            steps.add(new Step(numbers[steps.size()], act, by, noon("2026-07-02"), answerBy(act)));
        }
        return new Proceeding(1, "severe", new Subject(7, SubjectKind.ORGANISATION), "market", steps);
    }

    private static java.time.@Nullable LocalDate answerBy(Act act) {
        return act instanceof Act.Notify ? day("2026-06-30") : null;
    }
}
