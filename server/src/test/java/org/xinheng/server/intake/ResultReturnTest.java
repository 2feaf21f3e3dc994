package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.xinheng.server.casework.desk.ResultReturn;
import org.xinheng.server.casework.desk.ReturnRounds;
import org.xinheng.server.casework.port.RepairWindow;

/** A result that the one window does not take is offered again with each round, with the document by number and hash. */
@TestPropertySource(properties = "xinheng.cases.result-again-every=1d")
class ResultReturnTest extends CaseworkServer {

    private static final Failing WINDOW = new Failing();

    @TestBean
    @Nullable
    RepairWindow repairWindow;

    @Autowired
    ReturnRounds returns;

    static RepairWindow repairWindow() {
        return WINDOW;
    }

    /** Takes the third offer of each result. */
    private static final class Failing implements RepairWindow {
        private final Map<String, AtomicInteger> offers = new ConcurrentHashMap<>();
        private final Map<String, String> taken = new ConcurrentHashMap<>();

        @Override
        public void handOver(String number, String content) throws IOException {
            throw new IOException("no application comes this way here");
        }

        @Override
        public void returnResult(String number, int step, String content) throws IOException {
            int offer = offers.computeIfAbsent(number + "-" + step, _ -> new AtomicInteger())
                    .incrementAndGet();
            if (offer < 3) {
                throw new IOException("away");
            }
            taken.put(number + "-" + step, content);
        }

        int offers(String result) {
            AtomicInteger count = offers.get(result);
            return count == null ? 0 : count.get();
        }
    }

    private void offered(String result, int times) {
        Awaitility.await().untilAsserted(() -> assertThat(WINDOW.offers(result)).isEqualTo(times));
        Awaitility.await()
                .untilAsserted(() -> assertThat(sql.sql(
                                        "SELECT count(*) FROM events.event_publication WHERE status IN ('PROCESSING', 'RESUBMITTED')")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void aResultIsOfferedAgainUntilTheWindowTakesItAndIsAnAlarmMeanwhile() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        var number = "XY-AWAY-" + base;
        var pushed = post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", day().toString())
                        .replace("}", ",\"papers\":{\"performance\":\"缴款凭证\",\"commitment\":\"信用承诺书\"}}"));
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        assertThat(step("market", pushed.text("id"), 2, "accept").status()).isEqualTo(200);
        var result = number + "-3";

        offered(result, 1);
        // As a server leaves it that took the step and had nobody free to offer the result.
        var neverAttempted = "UPDATE events.event_publication SET status = 'PUBLISHED'"
                + " WHERE completion_date IS NULL AND starts_with(listener_id, :listener)";
        sql.sql(neverAttempted).param("listener", ResultReturn.class.getName()).update();
        returns.run();
        assertThat(WINDOW.offers(result)).as("it may be under way").isEqualTo(1);
        today(day().plusDays(2).toString());
        assertThat(returns.late()).isPositive();
        returns.run();
        offered(result, 2);
        assertThat(WINDOW.taken).doesNotContainKey(result);
        returns.run();
        offered(result, 3);

        var content = JSON.readTree(WINDOW.taken.get(result));
        var served = documents.ofCase(pushed.text("number")).getFirst();
        var told = content.path("documents").get(0);
        assertThat(told.path("kind").asString()).isEqualTo("repair.acceptance");
        assertThat(told.path("sha256").asString()).isEqualTo(served.sha256()).hasSize(64);
        assertThat(told.path("number").asString("")).isEqualTo(java.util.Objects.toString(served.number(), ""));
        Awaitility.await().untilAsserted(() -> assertThat(returns.late()).isZero());
        returns.run();
        assertThat(WINDOW.offers(result)).isEqualTo(3);
    }
}
