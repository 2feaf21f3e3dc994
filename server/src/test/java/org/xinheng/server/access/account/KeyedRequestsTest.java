package org.xinheng.server.access.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.account.KeyedRequests.Standing;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.testkit.clock.StandingClock;

/** One execution under one key, and nothing kept beyond its time. */
@ExtendWith(FreshDatabase.class)
class KeyedRequestsTest {

    private static final Actor ACTOR = new Actor("keyed", Actor.Kind.CLIENT, null, Set.of(Permission.CHECK));
    private static final byte[] REQUEST = "request".getBytes(UTF_8);

    private final StandingClock clock = new StandingClock(Instant.parse("2026-06-10T04:00:00Z"));
    private final JdbcClient sql;
    private final KeyedRequests requests;

    KeyedRequestsTest(JdbcClient sql) {
        this.sql = sql;
        requests = new KeyedRequests(sql, clock, Duration.ofHours(24));
    }

    @BeforeEach
    void nothingKept() {
        sql.sql("DELETE FROM access.idempotent_request").update();
    }

    private Standing begin(String key) {
        return requests.begin(ACTOR, key, REQUEST);
    }

    private int kept() {
        return sql.sql("SELECT count(*) FROM access.idempotent_request")
                .query(Integer.class)
                .single();
    }

    private Standing.First first(String key) {
        return (Standing.First) begin(key);
    }

    @Test
    void whoTookTooLongEndsOnlyItself() {
        Standing.First slow = first("slow");
        clock.skip(Duration.ofMinutes(6));
        Standing.First second = first("slow");

        requests.released(slow);
        assertThat(begin("slow")).isInstanceOf(Standing.Running.class);
        requests.answered(slow, answer("of the slow one"));
        assertThat(begin("slow")).isInstanceOf(Standing.Running.class);
        requests.answered(second, answer("of the second"));
        requests.released(second);

        assertThat(begin("slow")).isInstanceOfSatisfying(Standing.Answered.class, again -> {
            assertThat(again.answer()).asString(UTF_8).isEqualTo("of the second");
            assertThat(again.headers()).isEqualTo(Map.of("Location", "/of the second"));
        });
    }

    @Test
    void whatWasReleasedMayComeAgain() {
        requests.released(first("released"));

        assertThat(begin("released")).isInstanceOf(Standing.First.class);
    }

    private static Standing.Answered answer(String text) {
        return new Standing.Answered(200, "text/plain", Map.of("Location", "/" + text), text.getBytes(UTF_8));
    }

    @Test
    void answersWhoseTimeIsOverGoWithTheRequestsOfOthers() {
        for (int i = 0; i < 50; i++) {
            begin("old-" + i);
        }
        clock.skip(Duration.ofHours(23));
        begin("young");
        clock.skip(Duration.ofHours(2));

        for (int i = 0; i < 3; i++) {
            begin("new-" + i);
        }

        assertThat(kept()).isEqualTo(4);
    }
}
