package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that are late or were never heard turn a clear answer into a stale one. */
class LateSourcesTest extends ChecksServer {

    @Test
    void aFeedThatNobodyEverDeliveredIsStale() throws Exception {
        office.deliver(160, "罚款", "5", recently);

        JsonNode answer = office.check(160, "public-investment");

        assertThat(answer.path("outcome").asString()).isEqualTo("STALE");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("数据未更新，暂不能判断");
        JsonNode never = answer.path("freshness").get(0);
        assertThat(never.path("type").asString()).isEqualTo("contract-performance");
        assertThat(never.path("stale").asBoolean()).isTrue();
        assertThat(never.path("lastHeard").isNull()).isTrue();
        assertThat(never.path("sources").asInt()).isEqualTo(2);
        assertThat(never.path("late")).hasSize(2).allSatisfy(body -> {
            assertThat(body.path("lastHeard").isNull()).isTrue();
            assertThat(body.path("due").asString())
                    .isLessThan(LocalDate.now(clock).toString());
        });
        assertThat(answer.path("freshness").get(1).path("stale").asBoolean(true))
                .isFalse();
    }

    @Test
    void subscribersAreToldOnceWhenASourceIsLateAndOnceWhenItIsHeardAgain() throws Exception {
        office.everybodyReportsZero();
        office.deliver(174, "罚款", "5", recently);
        office.deliver(175, "吊销许可证件", "", recently);
        setup.client("late-watcher", "watcher-secret", Set.of(Permission.CHECK), null);
        String clear = PenaltyFile.code(174);
        var opened = office.http.post(
                "/api/v1/check-subscriptions",
                office.http.token("late-watcher", "watcher-secret"),
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "name", "供应商",
                                "matter", PROCUREMENT,
                                "purpose", "履约核查",
                                "caseNumber", "1",
                                "operator", "履约岗",
                                "until", LocalDate.now(clock).plusDays(100).toString(),
                                "codes", List.of(clear, PenaltyFile.code(175), PenaltyFile.code(176)))));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(toldOfLateness()).isEmpty();

        clock.skip(Duration.ofDays(40));
        office = new CheckingOffice(port, setup, inForce.policy());
        soon(() ->
                assertThat(toldOfLateness()).as("not of a hit, nor of nobody").containsExactly(clear));
        assertThat(office.outcome(174, PROCUREMENT)).isEqualTo("STALE");
        // Another change, of an organisation that nobody watches: nothing is told twice.
        office.deliver(177, "罚款", "5", LocalDate.now(clock).minusDays(3).toString());

        office.everybodyReportsZero();
        soon(() -> assertThat(toldOfLateness()).containsExactly(clear, clear));
        assertThat(office.outcome(174, PROCUREMENT)).isEqualTo("CLEAR");
        office.everybodyReportsZero();
        office.deliver(175, "吊销许可证件", "", LocalDate.now(clock).minusDays(2).toString());
        soon(() -> assertThat(toldOfLateness()).hasSizeGreaterThan(2).startsWith(clear, clear));
        assertThat(toldOfLateness()).filteredOn(clear::equals).as("once each").hasSize(2);
    }

    private List<String> toldOfLateness() throws Exception {
        var page = office.http.get(
                "/api/v1/check-subscriptions/changes?limit=1000", office.http.token("late-watcher", "watcher-secret"));
        List<String> codes = new ArrayList<>();
        json(page)
                .path("changes")
                .forEach(change -> codes.add(change.path("code").asString()));
        return codes;
    }

    private static void soon(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }

    @Test
    void silenceBeyondTheCycleTurnsClearIntoStaleAndLeavesAHitAHit() throws Exception {
        office.deliver(170, "罚款", "5", recently);
        office.deliver(171, "吊销许可证件", "", recently);
        assertThat(office.outcome(170, PROCUREMENT)).isEqualTo("CLEAR");

        clock.skip(Duration.ofDays(40));
        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();

        JsonNode stale = office.check(170, PROCUREMENT);
        assertThat(stale.path("outcome").asString()).isEqualTo("STALE");
        assertThat(stale.path("freshness").get(0).path("late"))
                .hasSize(inForce.policy().authorities().size())
                .allSatisfy(late -> assertThat(late.path("lastHeard").asString())
                        .isLessThan(late.path("due").asString()));
        JsonNode hit = office.check(171, PROCUREMENT);
        assertThat(hit.path("outcome").asString()).isEqualTo("HIT");
        assertThat(hit.path("freshness").get(0).path("stale").asBoolean()).isTrue();

        office.everybodyReportsZero();

        assertThat(office.outcome(170, PROCUREMENT)).isEqualTo("CLEAR");
    }
}
