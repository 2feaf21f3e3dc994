package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.xinheng.server.correction.SimulatedConsumer.Behaviour;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** A thousand corrections to fifty consumers, of whom twenty are off, slow or restarting, and one says what is not so. */
@TestPropertySource(properties = {"xinheng.correction.batch=200", "xinheng.limits.pages=0"})
class ConsumersAtScaleTest extends CorrectionServer {

    private static final int NOTICES = 1_000;
    private static final int CONSUMERS = 50;
    private static final Duration OWN_OUTPUTS = Duration.ofSeconds(5);
    private static final Pattern ADDRESS = Pattern.compile("/records/([0-9a-z]{20,40})");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

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

    /** Withdraws one and looks at once where the public would: its page, its organisation's page, the count of the directory. */
    private void withdrawnAndGone(String address, int organisation, AtomicLong slowest, Queue<String> late) {
        long began = System.nanoTime();
        withdraw(address);
        try {
            int status = get("/records/" + address, null).statusCode();
            String page = get("/organisations/" + PenaltyFile.code(organisation), null)
                    .body();
            slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
            if (status != 410 || page.contains(address)) {
                late.add(address + " " + status);
            }
        } catch (IOException | InterruptedException e) {
            late.add(address + " " + e);
        }
    }

    private Set<String> shownInTheList() throws Exception {
        Set<String> shown = new HashSet<>();
        String path = "/lists/" + PENALTY;
        while (path != null) {
            String body = get(path, null).body();
            ADDRESS.matcher(body).results().forEach(found -> shown.add(found.group(1)));
            var next = NEXT.matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return shown;
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
        var slowest = new AtomicLong();
        var late = new ConcurrentLinkedQueue<String>();
        try (var hands = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < NOTICES; i++) {
                int number = i;
                hands.execute(() -> withdrawnAndGone(addresses.get(number), base + number, slowest, late));
            }
        }
        assertThat(late).as("own outputs that were not right at once").isEmpty();
        assertThat(Duration.ofNanos(slowest.get())).as("own outputs are right").isLessThan(OWN_OUTPUTS);
        Set<String> withdrawn = Set.copyOf(addresses);
        assertThat(shownInTheList()).as("the list").doesNotContainAnyElementsOf(withdrawn);
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
        var live60 = Duration.ofNanos(System.nanoTime() - began);
        assertThat(live60).isLessThan(Duration.ofSeconds(60));
        // What the board says is what happened there: each has removed every one of them, and got nothing else.
        assertThat(live).allSatisfy(consumer -> assertThat(consumer.removed()).isEqualTo(withdrawn));
        assertThat(live)
                .allSatisfy(consumer -> assertThat(consumer.forged.get()).isZero());

        var liar = all(Behaviour.STILL_SERVING).getFirst();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(standing(liar).path("stillServing").asInt()).isEqualTo(NOTICES));
        assertThat(standing(liar).path("state").asString()).isEqualTo("serving");
        for (var honest : live) {
            assertThat(standing(honest).path("state").asString())
                    .as(honest.client)
                    .isEqualTo(honest == liar ? "serving" : "done");
        }

        CLOCK.skip(Duration.ofDays(4));
        forgetTokens();
        var board = board();
        int overdue = 0;
        for (var consumer : consumersOfTest) {
            var standing = Objects.requireNonNull(board.get("单位" + consumer.client));
            assertThat(standing.path("owed").asInt()).as(consumer.client).isEqualTo(NOTICES);
            assertThat(standing.path("overdue").asInt()
                            + standing.path("acknowledged").asInt())
                    .as("nothing is neither acknowledged nor shown as overdue: %s", consumer.client)
                    .isEqualTo(NOTICES);
            boolean missing = consumer.removed().isEmpty();
            assertThat(standing.path("state").asString().equals("overdue"))
                    .as(consumer.client)
                    .isEqualTo(missing);
            overdue += missing ? 1 : 0;
        }
        assertThat(overdue)
                .isEqualTo(all(Behaviour.OFF).size() + all(Behaviour.SLOW).size());
        System.err.println(
                "corrections: " + NOTICES + " notices to " + CONSUMERS + " consumers, own outputs right after "
                        + slowest.get() / 1_000_000 + " ms at most, " + live.size()
                        + " live ones acknowledged all of them after "
                        + live60.toMillis() + " ms, " + overdue + " shown overdue, 0 neither, found still serving: "
                        + liar.client);
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
