package org.xinheng.server.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.commitment.store.PostgresPromises;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.database.FreshDatabase;

/** Whoever has the program's own user of the database still finds no breach without its complete chain, the guard left aside. */
@ExtendWith(FreshDatabase.class)
class CommitmentDatabaseTest {

    private static final Instant AT = Instant.parse("2026-06-10T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final LocalDate ANSWER_BY = LocalDate.of(2026, 6, 17);
    private static final Officer SUBJECT = new Officer("giver", "7", Post.SUBJECT);
    private static final Officer OFFICER = new Officer("officer", "market", Post.OFFICER);
    private static final Officer HEAD = new Officer("head", "market", Post.HEAD);

    private static final Act LACKING = new Act.Review(Performance.NOT, "现场核查不符合条件");
    private static final Act ONGOING = new Act.Review(Performance.ONGOING, "现场核查符合条件");
    private static final Act FULFILLED = new Act.Review(Performance.FULFILLED, "已全部履行");
    private static final Act NOTICE = new Act.Notify("告1", "不符合条件", "第三十条", "撤销许可");
    private static final Act LAST_WORD = new Act.Answer("没有补充", true);
    private static final Act CLEARED = new Act.Decide("定1", false, "说明成立");
    private static final Act BROKEN = new Act.Decide("定2", true, "说明不成立");

    private final PromiseStore store;

    CommitmentDatabaseTest(JdbcClient sql) {
        store = new PostgresPromises(sql);
    }

    private Promise signed(String... missing) {
        Act.Sign sign = new Act.Sign("按规定条件经营", List.of(missing), null);
        Step step = new Step(1, sign, SUBJECT, AT, DAY, ANSWER_BY);
        Promise.Giver giver = new Promise.Giver(7, SubjectKind.ORGANISATION);
        Promise signed = new Promise(0, "", "restaurant-permit", giver, "market", List.of(step));
        return store.open(signed, "990100", UUID.randomUUID().toString());
    }

    private Promise after(Promise promise, Act... acts) {
        Promise after = promise;
        for (Act act : acts) {
            Officer by = switch (act) {
                case Act.Withdraw _, Act.Answer _ -> SUBJECT;
                case Act.Decide _, Act.Repair _ -> HEAD;
                default -> OFFICER;
            };
            after = after(after, act, by, DAY);
        }
        return after;
    }

    private Promise after(Promise promise, Act act, Officer by, LocalDate day) {
        LocalDate due = act instanceof Act.Notify ? ANSWER_BY : null;
        Step step = new Step(promise.steps().size() + 1, act, by, AT, day, due);
        assertThat(store.append(promise.id(), step)).isTrue();
        return promise.with(step);
    }

    private void refuses(Promise promise) {
        refuses(promise, HEAD, ANSWER_BY.plusDays(1));
    }

    private void refuses(Promise promise, Officer by, LocalDate day) {
        assertThatThrownBy(() -> after(promise, BROKEN, by, day))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a breach without its chain");
        assertThat(store.find(promise.id()).orElseThrow().steps()).hasSameSizeAs(promise.steps());
    }

    private void takes(Promise promise, LocalDate day) {
        Promise broken = after(promise, BROKEN, HEAD, day);
        assertThat(store.find(broken.id()).orElseThrow().steps()).hasSameSizeAs(broken.steps());
    }

    @Test
    void theCompleteChainIsTaken() {
        takes(after(signed(), LACKING, NOTICE), ANSWER_BY.plusDays(1));
        takes(after(signed(), LACKING, NOTICE, LAST_WORD), DAY);
        takes(after(signed("drawing"), new Act.Supply(), LACKING, NOTICE), ANSWER_BY.plusDays(1));
        takes(after(signed(), LACKING, NOTICE, CLEARED, LACKING, NOTICE), ANSWER_BY.plusDays(1));
    }

    @Test
    void noLinkMayBeMissing() {
        refuses(signed());
        refuses(after(signed(), LACKING));
        refuses(after(signed(), NOTICE));
        refuses(after(signed(), NOTICE, LACKING));
        Promise charged = after(signed(), LACKING, NOTICE);
        refuses(charged, HEAD, ANSWER_BY);
        refuses(charged, new Officer("officer", "market", Post.HEAD), ANSWER_BY.plusDays(1));
        refuses(after(charged, NOTICE), HEAD, ANSWER_BY);
        refuses(after(after(signed(), LACKING, NOTICE), LAST_WORD, OFFICER, DAY), HEAD, ANSWER_BY);
    }

    @Test
    void theLastReviewCounts() {
        refuses(after(signed(), LACKING, ONGOING, NOTICE));
        refuses(after(signed(), LACKING, NOTICE, ONGOING));
    }

    @Test
    void aFindingIsDecidedOnce() {
        refuses(after(signed(), LACKING, NOTICE, CLEARED));
        refuses(after(signed(), LACKING, NOTICE, CLEARED, NOTICE));
    }

    @Test
    void whatEndedIsNotBrokenAfterwards() {
        refuses(after(signed(), new Act.Withdraw(), LACKING, NOTICE));
        refuses(after(signed(), LACKING, new Act.Withdraw(), NOTICE));
        refuses(after(signed(), LACKING, NOTICE, new Act.Withdraw()));
        refuses(after(signed("drawing"), new Act.Lapse("逾期未补"), LACKING, NOTICE));
        refuses(after(signed(), FULFILLED, LACKING, NOTICE));
        refuses(after(broken(), LACKING, NOTICE));
        refuses(after(broken(), new Act.Repair("修1", "整改到位"), LACKING, NOTICE));
    }

    private Promise broken() {
        return after(after(signed(), LACKING, NOTICE), BROKEN, HEAD, ANSWER_BY.plusDays(1));
    }

    @Test
    void nothingIsFoundWhilePapersAreOwed() {
        refuses(after(signed("drawing"), LACKING, NOTICE));
        refuses(after(signed("drawing"), LACKING, NOTICE, new Act.Supply()));
    }
}
