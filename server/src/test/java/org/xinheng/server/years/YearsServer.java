package org.xinheng.server.years;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.casework.desk.PeriodWatch;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.StandingClock;
import tools.jackson.databind.json.JsonMapper;

/** A whole server that answers any number of questions, on a clock that stands at noon of the day it is moved to. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.limits.pages=0",
            "xinheng.limits.tokens=0",
            "xinheng.limits.sign-ins=0",
            // What runs by itself within minutes of the real clock is run by the test once a simulated day.
            "xinheng.cases.watch-seconds=36000",
            "xinheng.archive.look-at-rules-every=1d",
            "xinheng.evaluation.look=1d"
        })
abstract class YearsServer {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final String SECRET = "test-secret";
    private static final Path FOLDER = DataFolder.of("years-server");
    private static final StandingClock CLOCK = new StandingClock(Instant.parse("2025-12-31T04:00:00Z"));

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
    GateReview review;

    @Autowired
    PeriodWatch watch;

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    static Clock clock() {
        return CLOCK;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", FOLDER::toString);
    }

    void people() {
        setup.client("market", SECRET, Set.of(Permission.DELIVER), "market");
        setup.client(
                "office", SECRET, Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE), null);
        setup.client("hall", SECRET, Set.of(Permission.QUERY_AT_WINDOW), null);
        setup.client("window", SECRET, Set.of(Permission.PUSH_REPAIRS), null);
        setup.client("approval", SECRET, Set.of(Permission.CHECK), null);
        setup.client("officer", SECRET, Set.of(Permission.PROPOSE_LISTING), "market");
        setup.client("head", SECRET, Set.of(Permission.DECIDE_LISTING), "market");
        setup.client("demo-bank", SECRET, Set.of(Permission.READ_CONSENTED), null);
    }

    Authority market() {
        return inForce.policy().authority("market").orElseThrow();
    }

    /** Moves the clock; tokens hold for an hour. */
    void today(LocalDate day) {
        CLOCK.noon(day.toString());
        tokens.clear();
    }

    String token(String client) {
        return tokens.computeIfAbsent(client, one -> {
            try {
                return new ServerOfSources(port).token(one, SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    HttpResponse<String> get(ServerOfSources http, String path, @Nullable String client) throws Exception {
        return http.get(path, client == null ? null : token(client));
    }

    HttpResponse<String> post(ServerOfSources http, String client, String path, Map<String, ?> body) throws Exception {
        return http.post(path, token(client), JsonMapper.shared().writeValueAsString(body));
    }

    /** Every row must be taken over. */
    void deliver(String type, String text, int rows) throws Exception {
        var order = new Order(type, market().code(), "test", type + ".csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(text.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(60));
        assertThat(closed.state()).as(closed + " " + text).isEqualTo(Delivery.State.CLOSED);
        assertThat(closed.counts().accepted()).as(closed + " " + text).isEqualTo(rows);
    }
}
