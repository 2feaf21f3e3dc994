package org.xinheng.server.archive.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.publicity.DemoCity;

/** When there is a reason to judge stored records anew. */
@ExtendWith(FreshDatabase.class)
class ReviewKeeperTest {

    private static final GateReview.Reviewed THREE_OF_TEN = new GateReview.Reviewed(10, 3);

    private final Counting review = new Counting();
    private ReviewLog log;

    @BeforeEach
    void open(Database database, JdbcClient client) {
        JdbcClient.create(database.owner())
                .sql("DELETE FROM archive.gate_review")
                .update();
        log = new ReviewLog(client);
    }

    private Optional<GateReview.Reviewed> look(String instant) {
        var clock = Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai"));
        return new ReviewKeeper(review, log, () -> DemoCity.POLICY, clock, Duration.ofDays(1)).look();
    }

    @Test
    void firstStartJudgesAndTheNextStartOfTheSameRulesDoesNot() {
        assertThat(look("2026-06-10T04:00:00Z")).contains(THREE_OF_TEN);
        assertThat(look("2026-06-10T05:00:00Z")).isEmpty();
        assertThat(look("2026-06-11T05:00:00Z")).isEmpty();
        assertThat(review.calls).isEqualTo(1);
    }

    @Test
    void editionThatBeganSinceIsAReason() {
        assertThat(look("2026-03-31T04:00:00Z")).isPresent();
        assertThat(look("2026-03-31T15:59:59Z")).isEmpty();
        assertThat(look("2026-03-31T16:00:00Z")).isPresent();
        assertThat(look("2026-04-01T16:00:00Z")).isEmpty();
    }

    @Test
    void otherRulesAreAReason() {
        log.add(
                new ReviewLog.Done("other", java.time.LocalDate.parse("2026-06-10")),
                THREE_OF_TEN,
                Instant.parse("2026-06-10T01:00:00Z"));

        assertThat(look("2026-06-10T04:00:00Z")).isPresent();
    }

    @Test
    void reviewThatBrokeOffIsBegunAgain() {
        review.broken = true;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> look("2026-06-10T04:00:00Z"))
                .hasMessage("broken off");
        review.broken = false;

        assertThat(look("2026-06-10T04:00:00Z")).isPresent();
    }

    private static final class Counting implements GateReview {
        private int calls;
        private boolean broken;

        @Override
        public Reviewed all() {
            if (broken) {
                throw new IllegalStateException("broken off");
            }
            calls++;
            return THREE_OF_TEN;
        }

        @Override
        public Reviewed record(long organisationId, long recordId) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public Reviewed broughtBy(long actId, String ruleVersion, Instant judgedAt) {
            throw new AssertionError("nobody asks for this here");
        }
    }
}
