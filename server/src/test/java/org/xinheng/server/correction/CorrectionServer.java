package org.xinheng.server.correction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.RunningClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server with a clock that goes on, and consumers on this machine; one for all test classes. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.correction.private-addresses=true",
            "xinheng.correction.look=200ms",
            "xinheng.correction.patience=1s",
            "xinheng.correction.retry-first=200ms",
            "xinheng.correction.retry-longest=2s"
        })
abstract class CorrectionServer {

    static final String PENALTY = "administrative-penalty";
    static final String SECRET = "test-secret";
    static final String STATEMENT = "经复核，原处罚决定依据不足，已经撤销，当事人没有该违法行为。";
    static final RunningClock CLOCK = new RunningClock(Instant.parse("2026-06-10T01:00:00Z"));
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Path FOLDER = DataFolder.of("correction-server");

    @Autowired
    @TestBean
    Clock clock;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Archive archive;

    @Autowired
    Organisations organisations;

    @Autowired
    Consumers consumers;

    @Autowired
    JdbcClient sql;

    ServerOfSources server;
    Authority market;
    int base;
    private final Map<String, String> tokens = new HashMap<>();

    static Clock clock() {
        return CLOCK;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", FOLDER::toString);
    }

    @BeforeEach
    void open() {
        base = NEXT.getAndAdd(10_000);
        server = new ServerOfSources(port);
        market = inForce.policy().authority("market").orElseThrow();
    }

    /** A consumer that takes public penalties over in bulk and fetches its notices. */
    void bulkConsumer(String client) {
        client(client);
        register(client, null, null);
    }

    /** Opens an API client, once: opening it again would end its tokens. */
    void client(String client) {
        if (!tokens.containsKey(client)) {
            setup.client(client, SECRET, Set.of(Permission.TAKE_CORRECTIONS), null);
        }
    }

    void register(String client, @Nullable String webhook, @Nullable String probe) {
        var faults = consumers.register(
                client, new Registration("单位" + client, java.util.List.of(PENALTY), webhook, probe), "test");
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
    }

    String token(String client) {
        return tokens.computeIfAbsent(client, id -> {
            try {
                return server.token(id, SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** They held for an hour. */
    void forgetTokens() {
        tokens.clear();
    }

    PenaltyFile penalties(int first, int count) {
        return PenaltyFile.of(market, first, count);
    }

    void deliver(PenaltyFile file) throws IOException, InterruptedException {
        var order = new Deliveries.Order(PENALTY, market.code(), "test", "penalties.csv", null, false);
        var taken =
                deliveries.receive(order, new ByteArrayInputStream(file.text().getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        if (closed.state() != Delivery.State.CLOSED || closed.counts().accepted() != file.size()) {
            throw new AssertionError(closed.toString());
        }
    }

    /** Address of the only current record of an organisation. */
    String addressOf(int organisation) {
        long id = organisations
                .findByCode(PenaltyFile.code(organisation))
                .orElseThrow()
                .id();
        return archive.currentOf(id).getFirst().address();
    }

    void withdraw(String address) {
        var result = archive.withdraw(address, new Withdrawal("revoked", "澜府复决〔2026〕9号", null, STATEMENT), "test");
        if (!(result instanceof EndResult.Ended)) {
            throw new AssertionError(result);
        }
    }

    /** Notices about a record that a consumer can fetch. */
    java.util.List<JsonNode> noticesOf(String client, String address) throws IOException, InterruptedException {
        var found = new java.util.ArrayList<JsonNode>();
        String cursor = "0";
        JsonNode page;
        do {
            page = json(get("/api/v1/corrections?limit=1000&after=" + cursor, client));
            page.path("notices").forEach(notice -> {
                if (notice.path("record").path("address").asString().equals(address)) {
                    found.add(notice);
                }
            });
            cursor = page.path("next").asString();
        } while (page.path("more").asBoolean());
        return found;
    }

    HttpResponse<String> get(String path, @Nullable String client) throws IOException, InterruptedException {
        return server.get(path, client == null ? null : token(client));
    }

    HttpResponse<String> post(String path, String client, Object body) throws IOException, InterruptedException {
        return server.post(
                path, Objects.requireNonNull(token(client)), JsonMapper.shared().writeValueAsString(body));
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(50));
    }
}
