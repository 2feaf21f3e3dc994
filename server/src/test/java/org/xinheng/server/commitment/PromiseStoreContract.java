package org.xinheng.server.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.commitment.store.PromiseStore;

/** What every store of commitments does. Each test takes an organisation, a body, a matter and a day of its own. */
abstract class PromiseStoreContract {

    private static final Instant AT = Instant.parse("2026-06-10T04:00:00Z");
    private static final Officer OFFICER = new Officer("officer", "market", Post.OFFICER);
    private static final Officer HEAD = new Officer("head", "market", Post.HEAD);
    private static final String PLACE = "990100";
    private static int tests;

    private final int test = ++tests;
    private final long organisation = 1_000L * test;
    private final String body = "body" + test;
    private final String item = "item" + test;
    private final LocalDate day = LocalDate.of(2026, 1, 1).plusDays(10L * test);

    abstract PromiseStore store();

    private Promise blank(long giver, LocalDate on) {
        Officer signer = new Officer("giver", Long.toString(giver), Post.SUBJECT);
        Step signing = new Step(
                1, new Act.Sign("按规定条件经营", List.of("drawing"), on.plusYears(1)), signer, AT, on, on.plusDays(20));
        return new Promise(0, "", item, new Promise.Giver(giver, SubjectKind.ORGANISATION), body, List.of(signing));
    }

    private Promise signed(long giver, LocalDate on) {
        return store().open(blank(giver, on), PLACE, UUID.randomUUID().toString());
    }

    private Promise signed() {
        return signed(organisation, day);
    }

    private Step step(int no, Act act) {
        Officer by = switch (act) {
            case Act.Decide _, Act.Repair _ -> HEAD;
            case Act.Answer _ -> new Officer("giver", Long.toString(organisation), Post.SUBJECT);
            default -> OFFICER;
        };
        return new Step(no, act, by, AT, day, act instanceof Act.Notify ? day.plusDays(7) : null);
    }

    private Promise after(Promise promise, Act... acts) {
        Promise after = promise;
        for (Act act : acts) {
            Step step = step(after.steps().size() + 1, act);
            assertThat(store().append(after.id(), step)).isTrue();
            after = after.with(step);
        }
        return after;
    }

    private Promise found(Promise promise) {
        return store().find(promise.id()).orElseThrow();
    }

    private static Act.Review lacking() {
        return new Act.Review(Performance.NOT, "现场核查不符合条件");
    }

    private static Act.Notify notice() {
        return new Act.Notify("告1", "不符合条件", "第三十条", "撤销许可");
    }

    private static Act.Decide broken() {
        return new Act.Decide("定1", true, "说明不成立");
    }

    @Test
    void givesBackWhatWasSignedAndAdded() {
        Promise promise = after(
                signed(),
                new Act.Supply(),
                new Act.Review(Performance.ONGOING, "符合条件"),
                lacking(),
                notice(),
                new Act.Answer("没有补充", true),
                broken(),
                new Act.Repair("修1", "整改到位"));

        assertThat(found(promise)).isEqualTo(promise);
        assertThat(found(after(signed(), new Act.Lapse("逾期未补")))
                        .steps()
                        .getLast()
                        .act())
                .isEqualTo(new Act.Lapse("逾期未补"));
        assertThat(store().find(promise.id() + 1_000_000)).isEmpty();
    }

    @Test
    void aFormLeadsToWhatItSignedAndSignsOnce() {
        String key = UUID.randomUUID().toString();
        assertThat(store().ofForm(key)).isEmpty();
        Promise promise = store().open(blank(organisation, day), PLACE, key);

        assertThat(store().ofForm(key)).contains(promise);
        assertThatThrownBy(() -> store().open(blank(organisation, day), PLACE, key))
                .isInstanceOf(RuntimeException.class);
        assertThat(store().ofOrganisations(List.of(organisation))).containsExactly(promise);
    }

    @Test
    void theNumbersOfADayHaveNoGapAndEachDayBeginsAnew() {
        String first = signed().number();

        assertThat(first).matches(PLACE + day.toString().replace("-", "") + "000001");
        assertThat(signed().number()).endsWith("000002");
        assertThat(signed(organisation, day.plusDays(1)).number()).endsWith("000001");
        assertThat(store().open(
                                blank(organisation, day),
                                "990101",
                                UUID.randomUUID().toString())
                        .number())
                .startsWith("990101")
                .endsWith("000001");
        assertThat(signed().number()).endsWith("000003");
        assertThat(store().gave(first)).isTrue();
        assertThat(store().gave(first.replace(PLACE, "990199"))).isFalse();
    }

    @Test
    void aStepOfTheSameNumberIsAddedOnce() {
        Promise promise = signed();

        assertThat(store().append(promise.id(), step(2, new Act.Supply()))).isTrue();
        assertThat(store().append(promise.id(), step(2, new Act.Lapse("逾期未补")))).isFalse();
        assertThat(found(promise).steps()).hasSize(2);
        assertThat(found(promise).steps().getLast().act()).isEqualTo(new Act.Supply());
    }

    @Test
    void noStepIsSkipped() {
        Promise promise = signed();

        assertThatThrownBy(() -> store().append(promise.id(), step(3, new Act.Supply())))
                .isInstanceOf(RuntimeException.class);
        assertThat(found(promise)).isEqualTo(promise);
    }

    @Test
    void ofTwoAtTheSameMomentOneIsAdded() throws Exception {
        Promise promise = signed();
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = two.submit(() -> {
                start.await();
                return store().append(promise.id(), step(2, new Act.Supply()));
            });
            Future<Boolean> other = two.submit(() -> {
                start.await();
                return store().append(promise.id(), step(2, new Act.Lapse("逾期未补")));
            });
            start.countDown();

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(found(promise).steps()).hasSize(2);
    }

    @Test
    void noBreachWithoutItsChain() {
        refused(after(signed(), lacking(), notice(), new Act.Answer("没有补充", true)), "papers are owed");
        Promise running = after(signed(), new Act.Supply());
        refused(running, "nothing was found");
        refused(after(signed(), new Act.Supply(), notice(), lacking()), "charged before it was found");
        Promise charged = after(running, lacking(), notice());
        refused(charged, "the time to answer runs");

        Step another = new Step(charged.steps().size() + 1, new Act.Answer("没有补充", true), OFFICER, AT, day, null);
        assertThat(store().append(charged.id(), another)).isTrue();
        refused(charged.with(another), "not the organisation's own word");

        Promise heard = after(charged.with(another), new Act.Answer("没有补充", true));
        assertThat(after(heard, broken()).steps()).hasSize(heard.steps().size() + 1);
    }

    private void refused(Promise promise, String why) {
        assertThatThrownBy(
                        () -> store().append(promise.id(), step(promise.steps().size() + 1, broken())))
                .as(why)
                .isInstanceOf(RuntimeException.class);
        assertThat(found(promise)).as(why).isEqualTo(promise);
    }

    @Test
    void pagesAreNewestFirstByBodyAndByOrganisation() {
        Promise first = signed();
        Promise second = signed(organisation + 1, day);
        Promise third = signed();

        assertThat(store().list(body, Long.MAX_VALUE, 10)).containsExactly(third, second, first);
        assertThat(store().list(body, Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(store().list(body, second.id(), 10)).containsExactly(first);
        assertThat(store().list("nobody", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(store().list(null, Long.MAX_VALUE, 3)).containsExactly(third, second, first);
        assertThat(store().ofOrganisations(List.of(organisation))).containsExactly(third, first);
        assertThat(store().ofOrganisations(List.of(organisation, organisation + 1)))
                .containsExactly(third, second, first);
        assertThat(store().ofOrganisations(List.of())).isEmpty();
    }

    @Test
    void signersAreCountedOnceAndOnlyWhileTheyStayWithIt() {
        assertThat(store().signers()).doesNotContainKey(item);
        signed();
        signed();
        signed(organisation + 1, day);
        after(signed(organisation + 2, day), new Act.Lapse("逾期未补"));
        Promise withdrawn = signed(organisation + 3, day);
        Officer giver = withdrawn.steps().getFirst().by();
        assertThat(store().append(withdrawn.id(), new Step(2, new Act.Withdraw(), giver, AT, day, null)))
                .isTrue();

        assertThat(store().signers()).containsEntry(item, 2L);
    }
}
