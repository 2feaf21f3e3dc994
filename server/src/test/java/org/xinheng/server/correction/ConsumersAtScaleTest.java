package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.xinheng.server.correction.SimulatedConsumer.Behaviour;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** A thousand corrections to fifty consumers, of whom twenty are off, slow or restarting, and one says what is not so. */
@TestPropertySource(properties = "xinheng.correction.batch=200")
class ConsumersAtScaleTest extends CorrectionServer {

    private static final int NOTICES = 1_000;
    private static final int CONSUMERS = 50;

    private final List<SimulatedConsumer> consumersOfTest = new ArrayList<>();

    @AfterEach
    void stop() {
        consumersOfTest.forEach(SimulatedConsumer::close);
    }

    private static Behaviour behaviour(int i) {
        if (i < 7) {
            return Behaviour.OFF;
        }
        if (i < 14) {
            return Behaviour.SLOW;
        }
        if (i < 20) {
            return Behaviour.RESTARTING;
        }
        return i == 20 ? Behaviour.STILL_SERVING : Behaviour.LIVE;
    }

    private void consumersStart() throws Exception {
        JsonNode key = json(get("/api/v1/corrections/key", null));
        PublicKey platform = SimulatedConsumer.key(key.path("publicKey").asString());
        for (int i = 0; i < CONSUMERS; i++) {
            String client = "consumer-" + i;
            client(client);
            var consumer = new SimulatedConsumer(client, behaviour(i), port, token(client), platform);
            consumersOfTest.add(consumer);
            register(client, consumer.webhook(), consumer.probe());
        }
    }

    private List<SimulatedConsumer> all(Behaviour behaviour) {
        var found = new ArrayList<SimulatedConsumer>();
        for (int i = 0; i < CONSUMERS; i++) {
            if (behaviour(i) == behaviour) {
                found.add(consumersOfTest.get(i));
            }
        }
        return found;
    }

    private Map<String, JsonNode> board() throws Exception {
        var board = new HashMap<String, JsonNode>();
        json(get("/api/v1/corrections/board", null))
                .path("consumers")
                .forEach(consumer -> board.put(consumer.path("name").asString(), consumer));
        return board;
    }

    private JsonNode standing(SimulatedConsumer consumer) throws Exception {
        return Objects.requireNonNull(board().get("单位" + consumer.client));
    }

    private void requireAllAcknowledged(List<SimulatedConsumer> those) throws Exception {
        var board = board();
        assertThat(those).allSatisfy(consumer -> {
            var standing = Objects.requireNonNull(board.get("单位" + consumer.client));
            assertThat(standing.path("owed").asInt()).isEqualTo(NOTICES);
            assertThat(standing.path("acknowledged").asInt())
                    .as(consumer.client)
                    .isEqualTo(NOTICES);
        });
    }

    @Test
    void liveOnesAcknowledgeWithinAMinuteTheOthersAreShownAndCatchUpByThemselves() throws Exception {
        deliver(penalties(base, NOTICES));
        var addresses = new ArrayList<String>();
        for (int i = 0; i < NOTICES; i++) {
            addresses.add(addressOf(base + i));
        }
        consumersStart();
        for (var restarting : all(Behaviour.RESTARTING)) {
            restarting.stop();
        }

        long began = System.nanoTime();
        try (var hands = Executors.newFixedThreadPool(3)) {
            addresses.forEach(address -> hands.execute(() -> withdraw(address)));
        }
        assertThat(get("/records/" + addresses.getLast(), null).statusCode())
                .as("own outputs are right at once")
                .isEqualTo(410);
        assertThat(get("/organisations/" + PenaltyFile.code(base), null).body()).doesNotContain(addresses.getFirst());
        for (var restarting : all(Behaviour.RESTARTING)) {
            restarting.start();
        }

        var live = new ArrayList<>(all(Behaviour.LIVE));
        live.addAll(all(Behaviour.RESTARTING));
        live.addAll(all(Behaviour.STILL_SERVING));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> requireAllAcknowledged(live));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        assertThat(live)
                .allSatisfy(consumer -> assertThat(consumer.forged.get()).isZero());

        var liar = all(Behaviour.STILL_SERVING).getFirst();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(standing(liar).path("stillServing").asInt()).isEqualTo(NOTICES));
        assertThat(standing(liar).path("state").asString()).isEqualTo("serving");
        for (var honest : all(Behaviour.LIVE)) {
            assertThat(standing(honest).path("state").asString()).isEqualTo("done");
        }

        CLOCK.skip(Duration.ofDays(4));
        forgetTokens();
        for (var missing : List.of(Behaviour.OFF, Behaviour.SLOW)) {
            for (var consumer : all(missing)) {
                var standing = standing(consumer);
                assertThat(standing.path("overdue").asInt()
                                + standing.path("acknowledged").asInt())
                        .as("nothing is neither acknowledged nor shown as overdue: %s", consumer.client)
                        .isEqualTo(NOTICES);
                assertThat(standing.path("state").asString()).isEqualTo("overdue");
            }
        }
        assertThat(get("/corrections", null).body()).contains("仍在展示", "逾期").doesNotContain(PenaltyFile.name(base));

        var away = all(Behaviour.OFF);
        for (var consumer : away) {
            consumer.start();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> requireAllAcknowledged(away));
        assertThat(standing(away.getFirst()).path("late").asInt()).isEqualTo(NOTICES);

        var slow = all(Behaviour.SLOW).getFirst();
        slow.take(json(get("/api/v1/corrections?limit=1000", slow.client)).path("notices"));
        soon().untilAsserted(
                        () -> assertThat(standing(slow).path("acknowledged").asInt())
                                .as("who cannot be reached may fetch")
                                .isEqualTo(NOTICES));
    }
}
