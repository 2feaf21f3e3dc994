package org.xinheng.core.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.commitment.TestItems.CLEAN;
import static org.xinheng.core.commitment.TestItems.HEAD;
import static org.xinheng.core.commitment.TestItems.OFFICER;
import static org.xinheng.core.commitment.TestItems.SUBJECT;
import static org.xinheng.core.commitment.TestItems.at;
import static org.xinheng.core.commitment.TestItems.blank;
import static org.xinheng.core.commitment.TestItems.sign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.SubjectKind;

/** A commitment is given freely, and no breach exists without its chain. */
class PromiseGuardTests {

    private static final Act.Notify NOTICE = new Act.Notify("告〔2026〕1号", "未按承诺整改", "《甲法》第一条", "撤销");
    private static final Act.Decide BROKEN = new Act.Decide("认〔2026〕1号", true, "未申辩");

    private final PromiseGuard guard = new PromiseGuard(TestItems.policy(), TestItems.ZONE);

    private Promise signed(String item, String day, String... missing) {
        return accepted(guard.sign(blank(item), sign(missing), SUBJECT, CLEAN, at(day)));
    }

    private Promise does(Promise promise, Act act, Officer by, String day) {
        return accepted(guard.judge(promise, act, by, at(day)));
    }

    private Refused refused(Promise promise, Act act, Officer by, String day) {
        Outcome outcome = guard.judge(promise, act, by, at(day));
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }

    private static Promise accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).promise();
    }

    private Promise charged() {
        Promise promise = signed(TestItems.NOTIFICATION, "2026-09-20");
        promise = does(promise, new Act.Review(Performance.NOT, "未整改"), OFFICER, "2026-09-25");
        return does(promise, NOTICE, OFFICER, "2026-09-28");
    }

    private Promise broken() {
        return does(charged(), BROKEN, HEAD, "2026-10-08");
    }

    private Reason offered(String item, Promise.Giver giver, Offer.Standing standing, String day) {
        return new Offer(TestItems.policy())
                .refusal(item, giver, standing, LocalDate.parse(day))
                .orElseThrow()
                .reason();
    }

    @Test
    void isOfferedForPublishedMattersOnly() {
        assertThat(offered("unknown", TestItems.GIVER, CLEAN, "2026-03-01")).isEqualTo(Reason.NO_SUCH_ITEM);
        assertThat(offered(TestItems.ENDED, TestItems.GIVER, CLEAN, "2026-03-01"))
                .isEqualTo(Reason.NO_SUCH_ITEM);
        assertThat(offered(TestItems.EXCLUDED, TestItems.GIVER, CLEAN, "2026-03-01"))
                .isEqualTo(Reason.EXCLUDED);
        assertThat(offered(
                        TestItems.FREE,
                        new Promise.Giver(TestItems.PARTY, SubjectKind.INDIVIDUAL_BUSINESS),
                        CLEAN,
                        "2026-03-01"))
                .isEqualTo(Reason.NOT_FOR_SUBJECT);
    }

    @Test
    void standsInPlaceOfPapersForNobodyOnASevereListOrAfterABreach() {
        Offer.Standing severe = new Offer.Standing(List.of(), true);
        assertThat(offered(TestItems.NOTIFICATION, TestItems.GIVER, severe, "2026-03-01"))
                .isEqualTo(Reason.SEVERE_RECORD);
        Offer offer = new Offer(TestItems.policy());
        assertThat(offer.refusal(TestItems.FREE, TestItems.GIVER, severe, LocalDate.parse("2026-03-01")))
                .isEmpty();

        Promise broken = broken();
        Offer.Standing after = new Offer.Standing(List.of(broken), false);
        assertThat(offered(TestItems.PAPERS, TestItems.GIVER, after, "2027-10-08"))
                .as("the last day")
                .isEqualTo(Reason.EARLIER_BREACH);
        assertThat(offer.refusal(TestItems.PAPERS, TestItems.GIVER, after, LocalDate.parse("2027-10-09")))
                .isEmpty();
        Promise repaired = does(broken, new Act.Repair("修〔2026〕1号", "已整改"), HEAD, "2026-11-01");
        Offer.Standing put = new Offer.Standing(List.of(repaired), false);
        assertThat(offer.refusal(TestItems.PAPERS, TestItems.GIVER, put, LocalDate.parse("2026-11-01")))
                .isEmpty();
    }

    @Test
    void oneOfAKindGoesOnAtATime() {
        Offer.Standing running = new Offer.Standing(List.of(signed(TestItems.FREE, "2026-03-01")), false);
        assertThat(offered(TestItems.FREE, TestItems.GIVER, running, "2026-03-02"))
                .isEqualTo(Reason.GOES_ON);
        assertThat(new Offer(TestItems.policy())
                        .refusal(TestItems.NOTIFICATION, TestItems.GIVER, running, LocalDate.parse("2026-03-02")))
                .isEmpty();
    }

    @Test
    void isSignedByTheOrganisationItself() {
        assertThat(signs(blank(TestItems.FREE), sign(), OFFICER)).isEqualTo(Reason.OTHER_POST);
        assertThat(signs(blank(TestItems.FREE), sign(), new Officer("other", "8", Post.SUBJECT)))
                .isEqualTo(Reason.OTHER_AUTHORITY);
        assertThat(signs(blank(TestItems.EXCLUDED), sign(), SUBJECT)).isEqualTo(Reason.EXCLUDED);
        assertThat(signs(new Promise(0, "", TestItems.FREE, TestItems.GIVER, "ecology", List.of()), sign(), SUBJECT))
                .isEqualTo(Reason.NO_BODY);
        assertThat(signs(blank(TestItems.FREE), new Act.Sign(" ", List.of(), null), SUBJECT))
                .isEqualTo(Reason.NOT_SAID);
        assertThat(signs(blank(TestItems.FREE), new Act.Sign("守信", List.of(), LocalDate.parse("2026-02-28")), SUBJECT))
                .isEqualTo(Reason.END_FIRST);
    }

    private Reason signs(Promise blank, Act.Sign act, Officer by) {
        Outcome outcome = guard.sign(blank, act, by, CLEAN, at("2026-03-01"));
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    @Test
    void papersThatFollowAreNamedAndHaveADay() {
        assertThat(signs(blank(TestItems.PAPERS), sign(), SUBJECT)).isEqualTo(Reason.PAPERS);
        assertThat(signs(blank(TestItems.PAPERS), sign("other"), SUBJECT)).isEqualTo(Reason.PAPERS);
        assertThat(signs(blank(TestItems.NOTIFICATION), sign("plan"), SUBJECT)).isEqualTo(Reason.PAPERS);

        Promise promise = signed(TestItems.PAPERS, "2026-09-28", "plan");
        assertThat(promise.stage()).isEqualTo(Stage.PAPERS_OWED);
        assertThat(promise.steps().getFirst().due())
                .as("ten working days, the holiday not counted")
                .isEqualTo("2026-10-13");
        assertThat(refused(promise, new Act.Lapse("未补"), OFFICER, "2026-10-13").reason())
                .isEqualTo(Reason.NOT_YET_LAPSED);
        assertThat(refused(promise, NOTICE, OFFICER, "2026-10-14").reason())
                .as("no breach by itself")
                .isEqualTo(Reason.WRONG_STAGE);
        assertThat(refused(promise, new Act.Lapse(""), OFFICER, "2026-10-14").reason())
                .isEqualTo(Reason.NOT_SAID);
        Promise lapsed = does(promise, new Act.Lapse("逾期未补"), OFFICER, "2026-10-14");
        assertThat(lapsed.stage()).isEqualTo(Stage.LAPSED);
        assertThat(lapsed.shown(LocalDate.parse("2026-10-14"))).isFalse();
        assertThat(lapsed.breachUntil(LocalDate.parse("2026-10-14"))).isNull();

        Promise supplied = does(promise, new Act.Supply(), OFFICER, "2026-10-10");
        assertThat(supplied.stage()).isEqualTo(Stage.RUNNING);
        assertThat(supplied.steps().getLast().due()).isEqualTo("2027-01-08");
    }

    @Test
    void withdrawingIsNoBlemishButNoWayOutOfAFinding() {
        Promise promise = signed(TestItems.NOTIFICATION, "2026-03-01");
        assertThat(refused(promise, new Act.Withdraw(), OFFICER, "2026-03-02").reason())
                .isEqualTo(Reason.OTHER_POST);
        Promise withdrawn = does(promise, new Act.Withdraw(), SUBJECT, "2026-03-02");
        assertThat(withdrawn.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(withdrawn.shown(LocalDate.parse("2026-03-02"))).isFalse();

        Promise lacking = does(promise, new Act.Review(Performance.PARTLY, "缺"), OFFICER, "2026-03-03");
        assertThat(refused(lacking, new Act.Withdraw(), SUBJECT, "2026-03-04").reason())
                .isEqualTo(Reason.FOUND_LACKING);
    }

    @Test
    void aBreachIsFoundOnlyByTheWholeChain() {
        Promise promise = signed(TestItems.NOTIFICATION, "2026-09-20");
        assertThat(refused(promise, BROKEN, HEAD, "2026-09-21").reason()).isEqualTo(Reason.WRONG_STAGE);
        assertThat(refused(promise, NOTICE, OFFICER, "2026-09-21").reason()).isEqualTo(Reason.NO_FINDING);
        assertThat(refused(promise, new Act.Review(Performance.NOT, ""), OFFICER, "2026-09-21")
                        .reason())
                .isEqualTo(Reason.NOT_SAID);

        Promise charged = charged();
        assertThat(charged.steps().getLast().due()).isEqualTo("2026-10-06");
        assertThat(charged.published()).as("a charge is not told").isNull();
        assertThat(refused(charged, BROKEN, HEAD, "2026-10-06").reason()).isEqualTo(Reason.TIME_TO_ANSWER);
        assertThat(refused(charged, BROKEN, OFFICER, "2026-10-08").reason()).isEqualTo(Reason.OTHER_POST);
        assertThat(refused(charged, BROKEN, new Officer("officer", "market", Post.HEAD), "2026-10-08")
                        .reason())
                .isEqualTo(Reason.SAME_OFFICER);
        assertThat(refused(charged, BROKEN, new Officer("head", "ecology", Post.HEAD), "2026-10-08")
                        .reason())
                .isEqualTo(Reason.OTHER_AUTHORITY);
        assertThat(refused(charged, new Act.Decide(" ", true, "理由"), HEAD, "2026-10-08")
                        .reason())
                .isEqualTo(Reason.NOT_SAID);
        assertThat(refused(charged, new Act.Answer("", true), SUBJECT, "2026-09-29")
                        .reason())
                .isEqualTo(Reason.NOT_SAID);

        Promise answered = does(charged, new Act.Answer("没有其他意见", true), SUBJECT, "2026-09-29");
        Promise broken = does(answered, BROKEN, HEAD, "2026-09-29");
        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(broken.published()).isEqualTo(Performance.NOT);
        assertThat(broken.breachUntil(LocalDate.parse("2027-09-29"))).isEqualTo("2027-09-29");
        assertThat(broken.shown(LocalDate.parse("2027-09-30"))).isFalse();
        assertThat(refused(broken, new Act.Repair("修〔2026〕1号", ""), HEAD, "2026-10-01")
                        .reason())
                .isEqualTo(Reason.NOT_SAID);
    }

    @Test
    void anAnswerThatIsNotTheLastWordLeavesTheTimeRunning() {
        Promise answered = does(charged(), new Act.Answer("另有材料", false), SUBJECT, "2026-09-29");
        assertThat(refused(answered, BROKEN, HEAD, "2026-09-30").reason()).isEqualTo(Reason.TIME_TO_ANSWER);
    }

    @Test
    void nobodySaysTheLastWordInPlaceOfTheOrganisation() {
        Promise charged = charged();
        assertThat(refused(charged, new Act.Answer("没有其他意见", true), OFFICER, "2026-09-29")
                        .reason())
                .isEqualTo(Reason.OWN_WORD);
        assertThat(refused(charged, new Act.Answer("意见", false), HEAD, "2026-09-29")
                        .reason())
                .isEqualTo(Reason.OTHER_POST);
        Promise taken = does(charged, new Act.Answer("意见", false), OFFICER, "2026-09-29");
        assertThat(refused(taken, BROKEN, HEAD, "2026-09-29").reason()).isEqualTo(Reason.TIME_TO_ANSWER);

        Step byOfficer = new Step(
                4, new Act.Answer("没有其他意见", true), OFFICER, at("2026-09-29"), LocalDate.parse("2026-09-29"), null);
        assertThat(refused(charged.with(byOfficer), BROKEN, HEAD, "2026-09-29").reason())
                .as("what an officer once wrote down opens no door")
                .isEqualTo(Reason.TIME_TO_ANSWER);
    }

    @Test
    void afterAcquittalANewFindingIsNeeded() {
        Promise acquitted = does(charged(), new Act.Decide("不认〔2026〕1号", false, "申辩成立"), HEAD, "2026-10-08");
        assertThat(acquitted.stage()).isEqualTo(Stage.RUNNING);
        assertThat(acquitted.steps().getLast().due()).isEqualTo("2027-01-06");
        assertThat(refused(acquitted, NOTICE, OFFICER, "2026-10-09").reason()).isEqualTo(Reason.NO_FINDING);
    }

    @Test
    void aClockThatWasSetBackStopsEverything() {
        assertThat(refused(charged(), new Act.Answer("意见", false), SUBJECT, "2026-09-27")
                        .reason())
                .isEqualTo(Reason.CLOCK_SET_BACK);
    }

    @Test
    void onAMatterThatNoEditionKnowsNothingIsDone() {
        Promise known = signed(TestItems.FREE, "2026-03-01");
        Promise unknown =
                new Promise(known.id(), known.number(), "unknown", known.giver(), known.authority(), known.steps());

        assertThat(refused(unknown, new Act.Review(Performance.FULFILLED, "已履行"), OFFICER, "2026-05-30")
                        .reason())
                .isEqualTo(Reason.NO_SUCH_ITEM);
    }

    @Test
    void fulfilmentEndsIt() {
        Promise promise = signed(TestItems.FREE, "2026-03-01");
        Promise going = does(promise, new Act.Review(Performance.ONGOING, "无异常"), OFFICER, "2026-05-30");
        assertThat(going.steps().getLast().due()).isEqualTo("2026-08-28");
        Promise done = does(going, new Act.Review(Performance.FULFILLED, "已履行"), OFFICER, "2026-08-28");
        assertThat(done.stage()).isEqualTo(Stage.FULFILLED);
        assertThat(done.published()).isEqualTo(Performance.FULFILLED);
        assertThat(done.steps().getLast().due()).isNull();
    }

    /** Replay with {@code -Dseed=}. */
    @Test
    void noRandomSequenceEndsInABreachWithoutItsChain() {
        long seed = Long.getLong("seed", 20261126L);
        Random random = new Random(seed);
        int broken = 0;
        for (int run = 0; run < 20_000; run++) {
            Promise promise = signed(run % 2 == 0 ? TestItems.NOTIFICATION : TestItems.FREE, "2026-03-01");
            Instant now = at("2026-03-01");
            for (int i = 0; i < 12; i++) {
                now = now.plusSeconds(86_400L * random.nextInt(8));
                Act act = ANY.get(random.nextInt(ANY.size()));
                Officer by = WHO.get(random.nextInt(WHO.size()));
                if (guard.judge(promise, act, by, now) instanceof Accepted accepted) {
                    promise = accepted.promise();
                }
            }
            if (promise.last(Act.Kind.DECIDE)
                    .filter(step -> ((Act.Decide) step.act()).broken())
                    .isPresent()) {
                broken++;
                assertChain(promise, seed);
            }
        }
        assertThat(broken).as("seed " + seed).isGreaterThan(100);
    }

    private static final List<Officer> WHO = List.of(
            SUBJECT,
            OFFICER,
            OFFICER,
            HEAD,
            new Officer("officer", "market", Post.HEAD),
            new Officer("x", "ecology", Post.HEAD));

    private static final List<Act> ANY = List.of(
            new Act.Review(Performance.NOT, "未履行"),
            new Act.Review(Performance.ONGOING, "正常"),
            NOTICE,
            NOTICE,
            new Act.Answer("意见", true),
            new Act.Answer("意见", false),
            BROKEN,
            BROKEN,
            new Act.Decide("不认〔2026〕2号", false, "申辩成立"),
            new Act.Withdraw(),
            new Act.Lapse("逾期"),
            new Act.Supply());

    /** Read backwards from the decision, with no help from the guard. */
    private static void assertChain(Promise promise, long seed) {
        List<Step> before = new ArrayList<>();
        Step decision = null;
        for (Step step : promise.steps()) {
            if (step.act() instanceof Act.Decide decide && decide.broken()) {
                decision = step;
                break;
            }
            before.add(step);
        }
        Step notice = null;
        Performance found = null;
        boolean lastWord = false;
        for (Step step : before) {
            switch (step.act()) {
                case Act.Notify _ -> {
                    assertThat(found).as("seed " + seed).isEqualTo(Performance.NOT);
                    notice = step;
                    lastWord = false;
                }
                case Act.Review review -> found = review.performance();
                case Act.Answer answer -> lastWord |= answer.last() && step.by().post() == Post.SUBJECT;
                case Act.Decide _ -> {
                    notice = null;
                    found = null;
                }
                default -> {}
            }
        }
        assertThat(decision).isNotNull();
        assertThat(notice).as("seed " + seed).isNotNull();
        Step signed = Objects.requireNonNull(decision);
        Step told = Objects.requireNonNull(notice);
        assertThat(signed.by().post()).isEqualTo(Post.HEAD);
        assertThat(signed.by().authority()).isEqualTo("market");
        assertThat(signed.by().name()).isNotEqualTo(told.by().name());
        assertThat(lastWord || signed.on().isAfter(Objects.requireNonNull(told.due())))
                .as("seed " + seed)
                .isTrue();
    }
}
