package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.listing.store.PostgresListings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.StandingClock;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server with the people of a body of the made-up city, each a program of its own. */
@SpringBootTest(
        classes = {XinhengApplication.class, ListingServer.Time.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.cases.watch-seconds=3600",
            // Set back between tests, it would stand before what another test recorded.
            "xinheng.checks.clock-tolerance=36500d"
        })
abstract class ListingServer {

    static final String LIST = "severe-market-regulation";
    static final String GROUND = "list.severe-market-regulation.ground.consumers";
    static final String OFFICER = "market-officer";
    static final String HEAD = "market-head";
    /** A matter in which a listing of the market authority is a hit. */
    static final String MATTER = "market-licensing";

    private static final String SECRET = "test-secret";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    Archive archive;

    @Autowired
    Organisations organisations;

    @Autowired
    Listings listings;

    @Autowired
    PostgresListings store;

    @Autowired
    JdbcClient sql;

    @Autowired
    StandingClock clock;

    ServerOfSources http;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock(Instant.parse("2026-06-10T04:00:00Z"));
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    /** Organisations are told from the outbox, below the folder that ends with the class. */
    @AfterAll
    static void everybodyWasTold(@Autowired JdbcClient sql) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sql.sql("SELECT count(*) FROM events.event_publication WHERE completion_date IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @BeforeEach
    void open() {
        http = new ServerOfSources(port);
        setup.client(OFFICER, SECRET, Set.of(Permission.PROPOSE_LISTING), "market");
        setup.client("market-colleague", SECRET, Set.of(Permission.PROPOSE_LISTING), "market");
        setup.client(HEAD, SECRET, Set.of(Permission.DECIDE_LISTING), "market");
        setup.client("both", SECRET, Set.of(Permission.PROPOSE_LISTING, Permission.DECIDE_LISTING), "market");
        setup.client("ecology-officer", SECRET, Set.of(Permission.PROPOSE_LISTING), "ecology");
        setup.client("ecology-head", SECRET, Set.of(Permission.DECIDE_LISTING), "ecology");
        setup.client("overseer", SECRET, Set.of(Permission.OVERSEE), null);
        setup.client("deliverer", SECRET, Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL), null);
        setup.client("approval", SECRET, Set.of(Permission.CHECK), null);
    }

    /** A fresh organisation of the register. */
    Organisation organisation() {
        int number = NEXT.getAndIncrement();
        String code = CodeMint.uscc("91", "990101", 41_000_000L + number);
        organisations.openStubs(Map.of(code, "澜衡示例商贸第" + number + "有限公司"), 1);
        return organisations.findByCode(code).orElseThrow();
    }

    private static String code(Organisation party) {
        return Objects.requireNonNull(party.code());
    }

    HttpResponse<String> post(String client, String path, Map<String, ?> body) throws Exception {
        return http.post(path, http.token(client, SECRET), JsonMapper.shared().writeValueAsString(body));
    }

    HttpResponse<String> get(String client, String path) throws Exception {
        return http.get(path, http.token(client, SECRET));
    }

    HttpResponse<String> proposes(String client, Organisation party, String list, String ground, String key)
            throws Exception {
        return proposes(client, party, list, ground, key, "澜市监罚〔2026〕88号");
    }

    HttpResponse<String> proposes(
            String client, Organisation party, String list, String ground, String key, String underlying)
            throws Exception {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("code", code(party));
        body.put("list", list);
        body.put("ground", ground);
        body.put("facts", "销售不合格商品，侵害消费者权益，情节严重");
        body.put("law", "《市场监督管理严重违法失信名单管理办法》第八条");
        if (!list.equals("watch")) {
            body.put("measures", "列为重点监管对象，不适用告知承诺制");
        }
        body.put("underlying", underlying);
        body.put("key", key);
        return post(client, "/api/v1/proceedings", body);
    }

    /** Number of a proceeding that the officer opened on the severe list. */
    String proposed(Organisation party) throws Exception {
        HttpResponse<String> answer = proposes(OFFICER, party, LIST, GROUND, "key-" + party.id());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("proceeding").path("id").asString();
    }

    HttpResponse<String> acts(String client, String id, int seen, String act, String... namesAndValues)
            throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("act", act);
        body.put("seen", Integer.toString(seen));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return post(client, "/api/v1/proceedings/" + id + "/acts", body);
    }

    JsonNode done(HttpResponse<String> answer, String stage) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("proceeding").path("stage").asString()).isEqualTo(stage);
        return json(answer);
    }

    void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("reason").asString()).isEqualTo(reason);
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }

    /** The head puts on the list what was noticed without an answer. */
    HttpResponse<String> lists(String id, int seen, String document, String until) throws Exception {
        return lists(HEAD, id, seen, document, until, null);
    }

    /** @param on the day on the decision; null: today */
    private HttpResponse<String> lists(
            String client, String id, int seen, String document, String until, @Nullable String on) throws Exception {
        List<String> said = new ArrayList<>(
                List.of("document", document, "verdict", "LIST", "until", until, "reasons", "期限内未提出陈述申辩"));
        if (on != null) {
            said.addAll(List.of("on", on));
        }
        return acts(client, id, seen, "DECIDE", said.toArray(String[]::new));
    }

    /** Puts on the list for a year, with the day that is on the decision. */
    HttpResponse<String> decides(String client, String id, int seen, String on) throws Exception {
        return lists(client, id, seen, decision(id), "2027-06-09", on);
    }

    /** Number of the decision that lists. */
    static String decision(String id) {
        return "澜市监列〔2026〕" + id + "号";
    }

    /** The officer asks for the early removal, with all three conditions shown. */
    HttpResponse<String> removal(String id, int seen) throws Exception {
        return post(
                OFFICER,
                "/api/v1/proceedings/" + id + "/acts",
                Map.of(
                        "act",
                        "ASK_REMOVAL",
                        "seen",
                        Integer.toString(seen),
                        "shown",
                        List.of("0", "1", "2"),
                        "proof",
                        "罚款缴款书和整改报告"));
    }

    /** On the severe list by the whole chain: proposed on the 10th of June, listed with the 18th, for three years. */
    String listed(Organisation party) throws Exception {
        clock.noon("2026-06-10");
        String id = proposed(party);
        served(id);
        return id;
    }

    /** What was proposed on the 10th of June, from its notice to the service of the decision. */
    void served(String id) throws Exception {
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "澜市监告〔2026〕" + id + "号"), "NOTIFIED");
        clock.noon("2026-06-18");
        done(lists(id, 2, decision(id), "2029-06-17"), "DECIDED");
        done(acts(OFFICER, id, 3, "SERVE"), "LISTED");
    }

    JsonNode check(Organisation party, String matter) throws Exception {
        HttpResponse<String> answer = post(
                "approval",
                "/api/v1/checks",
                Map.of(
                        "code", code(party),
                        "matter", matter,
                        "purpose", "许可审查",
                        "caseNumber", "许审〔2026〕1号",
                        "operator", "许可审核岗"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Every source of severe lists says that it has nothing to report. */
    void reportNothing() throws Exception {
        HttpResponse<String> answer =
                post("deliverer", "/api/v1/zero-reports", Map.of("type", "severe-list", "source", "market"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The only record of an organisation. */
    RecordVersion theListing(Organisation party) {
        List<RecordVersion> records = archive.currentOf(party.id());
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    String page(String path) throws Exception {
        return http.get(path, null).body();
    }

    /** Kinds of the documents of a proceeding, as they were served. */
    List<String> documents(String id) {
        return sql.sql("SELECT kind FROM service.document WHERE case_reference = :case ORDER BY id")
                .param("case", "listing-" + id)
                .query(String.class)
                .list();
    }
}
