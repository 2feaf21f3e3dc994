package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.CheckResult.Unavailable;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.client.ReceiptKeys;
import org.xinheng.client.XinhengClient;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.FaultyWire.Fault;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyRefused;
import org.xinheng.server.seal.SigningKey;
import org.xinheng.testkit.clock.StandingClock;

/**
 * One fault after the other is planted between an approval system, the server and its PostgreSQL. For an organisation to which a measure
 * applies each ends in HIT, STALE or a fault, never in CLEAR or UNKNOWN; when it is lifted the server answers HIT by itself again.
 */
@SpringBootTest(
        classes = {XinhengApplication.class, PlantedFaultsTest.Between.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.cases.watch-seconds=3600",
            // The clock jumps here: what is judged anew for a day would stand in the future afterwards.
            "xinheng.archive.look-at-rules-every=1d",
            "xinheng.evaluation.look=1d",
            "xinheng.checks.patience=1500ms",
            "xinheng.checks.signature=sm2",
            "xinheng.checks.batch.lines=50"
        })
class PlantedFaultsTest {

    private static final int LEAST = 24;
    private static final String HEARD = "2026-06-10";
    private static final String LICENCE = "吊销许可证件;罚款";
    private static final int HIT = 1;
    private static final int CLEAN = 2;
    private static final String SNAPSHOT = "check-snapshot";
    private static final String COMMITTER = "check-receipts";
    private static final String ID = "planted";
    private static final String SECRET = "test-secret";
    /** Longer than a busy machine takes for what it does answer. */
    private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(6);

    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final XinhengClient.Settings ONCE = new XinhengClient.Settings(
            CLIENT_PATIENCE, 1, Duration.ofMillis(1), Integer.MAX_VALUE, Duration.ofMillis(1), "zh");

    private static final StandingClock CLOCK = new StandingClock(Instant.parse(HEARD + "T04:00:00Z"));
    private static final AtomicReference<Supplier<Policy>> RULES = new AtomicReference<>(() -> DemoCity.POLICY);
    /** What happens when a thread of this name takes a connection. */
    private static final Map<String, Callable<?>> AT_CONNECTION = new ConcurrentHashMap<>();

    private static final AtomicReference<@Nullable FaultyWire> WIRE = new AtomicReference<>();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    @TestBean
    Clock clock;

    @Autowired
    @TestBean
    PolicyInForce inForce;

    @Autowired
    Database database;

    @Autowired
    JdbcClient sql;

    private CheckingOffice office;
    private FaultyWire toDatabase;
    private FaultyWire toServer;
    private XinhengClient client;
    private JdbcClient owner;

    static Clock clock() {
        return CLOCK;
    }

    static PolicyInForce inForce() {
        return () -> Objects.requireNonNull(RULES.get()).get();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Between {
        @Bean
        static BeanPostProcessor watchedDatabase() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? watched(database) : bean;
                }
            };
        }
    }

    private static DataSource watched(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    Callable<?> planted = method.getName().equals("getConnection")
                            ? AT_CONNECTION.get(Thread.currentThread().getName())
                            : null;
                    if (planted != null) {
                        var _ = planted.call();
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry, PlantedFaultsTest::wired);
        registry.add("xinheng.data", folder::toString);
    }

    /** The same database, by way of the wire. */
    private static String wired(String url) {
        URI address = URI.create(url.substring("jdbc:".length()));
        WIRE.compareAndSet(null, new FaultyWire(address.getHost(), address.getPort()));
        return url.replace(
                ":" + address.getPort() + "/",
                ":" + Objects.requireNonNull(WIRE.get()).port() + "/");
    }

    @BeforeEach
    void somethingIsKnown() throws Exception {
        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyReportsZero();
        office.deliver(HIT, LICENCE, "300", "2026-06-05");
        office.deliver(CLEAN, "罚款", "5", "2026-06-05");
        setup.client(ID, SECRET, Set.of(Permission.CHECK), null);
        toDatabase = Objects.requireNonNull(WIRE.get());
        toServer = new FaultyWire("127.0.0.1", port);
        client = new XinhengClient(
                URI.create("http://127.0.0.1:" + toServer.port()), ID, SECRET, ONCE, ReceiptKeys.fetched());
        owner = JdbcClient.create(database.owner());
        assertThat(asked(HIT)).isInstanceOf(CheckResult.Hit.class);
        assertThat(asked(CLEAN)).isInstanceOf(CheckResult.Clear.class);
    }

    @AfterAll
    static void cut() throws IOException {
        Objects.requireNonNull(WIRE.get()).close();
    }

    private CheckResult asked(int organisation) {
        return asked(organisation, PROCUREMENT);
    }

    private CheckResult asked(int organisation, String matter) {
        return client.check(
                new CheckQuestion(PenaltyFile.code(organisation), matter, "采购资格审查", "采审〔2026〕15号", "采购中心审核岗"));
    }

    /** What an act that is to be undone leaves to be done. */
    private interface Lifting {
        void lift() throws Exception;
    }

    private interface Planting {
        Lifting plant() throws Exception;
    }

    private DynamicTest fault(String name, Planting planting, Consumer<CheckResult> ending) {
        return dynamicTest(name, () -> {
            Lifting lifting = planting.plant();
            try {
                for (int i = 0; i < 2; i++) {
                    CheckResult result = asked(HIT);
                    assertThat(result).isNotInstanceOfAny(CheckResult.Clear.class, CheckResult.Unknown.class);
                    assertThat(result).satisfies(ending);
                }
                assertThat(list(List.of(HIT))).doesNotContain("\"outcome\":\"CLEAR\"", "\"outcome\":\"UNKNOWN\"");
            } finally {
                lifting.lift();
            }
            hitAgain();
        });
    }

    private void hitAgain() throws Exception {
        long end = System.nanoTime() + RECOVERY.toNanos();
        CheckResult last = asked(HIT);
        while (!(last instanceof CheckResult.Hit) && System.nanoTime() < end) {
            assertThat(last).isNotInstanceOfAny(CheckResult.Clear.class, CheckResult.Unknown.class);
            Thread.sleep(50);
            last = asked(HIT);
        }
        assertThat(last).as("by itself, once the fault is lifted").isInstanceOf(CheckResult.Hit.class);
        assertThat(asked(CLEAN)).isInstanceOf(CheckResult.Clear.class);
    }

    /** The answer to a list as far as it came. */
    private String list(List<Integer> organisations) throws InterruptedException {
        StringBuilder codes = new StringBuilder();
        organisations.forEach(one -> codes.append(PenaltyFile.code(one)).append('\n'));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                            + "/api/v1/checks/batch?matter=" + PROCUREMENT
                                            + "&purpose=tender&caseNumber=ZC-2026-1&operator=desk"))
                                    .timeout(CLIENT_PATIENCE)
                                    .header("Authorization", "Bearer " + office.asking())
                                    .header("Content-Type", "application/octet-stream")
                                    .POST(BodyPublishers.ofString(codes.toString()))
                                    .build(),
                            BodyHandlers.ofString(UTF_8))
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    private static Consumer<CheckResult> none(Why... reasons) {
        return result -> assertThat(result)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        none -> assertThat(none.why()).as(none.detail()).isIn((Object[]) reasons));
    }

    private static Consumer<CheckResult> hit() {
        return result -> assertThat(result).isInstanceOf(CheckResult.Hit.class);
    }

    private long receipts() {
        return owner.sql("SELECT count(*) FROM measure.receipt")
                .query(Long.class)
                .single();
    }

    private static Lifting rules(Supplier<Policy> rules) {
        RULES.set(rules);
        return () -> RULES.set(() -> DemoCity.POLICY);
    }

    /** Another edition of the same rules: what is in memory was read under the former one and serves no more. */
    private static Lifting nothingInMemory() {
        Policy again = DemoCity.again(DemoCity.POLICY.measures());
        return rules(() -> again);
    }

    private static Lifting clock(String day) {
        CLOCK.noon(day);
        return () -> CLOCK.noon(HEARD);
    }

    private Lifting toDatabase(Fault fault) {
        toDatabase.plant(fault);
        return toDatabase::lift;
    }

    private Lifting toServer(Fault fault) {
        toServer.plant(fault);
        return toServer::lift;
    }

    private static Lifting both(Lifting one, Lifting other) {
        return () -> {
            one.lift();
            other.lift();
        };
    }

    /** The database refuses to write into a table, as it does when its disk is full or transactions are in each other's way. */
    private Lifting refusedBy(String table, String act, String state) {
        String schema = table.substring(0, table.indexOf('.'));
        owner.sql("CREATE FUNCTION " + schema + ".planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'planted' USING ERRCODE = '" + state + "'; END $$")
                .update();
        owner.sql("CREATE TRIGGER planted BEFORE " + act + " ON " + table + " FOR EACH ROW EXECUTE FUNCTION " + schema
                        + ".planted()")
                .update();
        return () -> owner.sql("DROP FUNCTION " + schema + ".planted() CASCADE").update();
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @TestFactory
    List<DynamicTest> noFaultBecomesClear() {
        List<DynamicTest> faults = new ArrayList<>();
        faults.addAll(ofTheDatabase());
        faults.addAll(ofTheReceipt());
        faults.addAll(ofWhatIsInMemory());
        faults.addAll(ofWhatIsKnown());
        faults.addAll(ofRulesAndKey());
        faults.addAll(ofTheClient());
        faults.addAll(ofTime());
        assertThat(faults).hasSizeGreaterThanOrEqualTo(LEAST);
        return faults;
    }

    private List<DynamicTest> ofTheDatabase() {
        return List.of(
                fault("database down", () -> toDatabase(Fault.DOWN), none(Why.SERVER, Why.TIMEOUT)),
                fault("database does not answer", () -> toDatabase(Fault.silent()), none(Why.SERVER, Why.TIMEOUT)),
                fault("database read-only", this::readOnly, none(Why.SERVER, Why.TIMEOUT)),
                fault(
                        "connection reset in the middle of an answer",
                        () -> both(nothingInMemory(), toDatabase(Fault.cutAnswerWith(PenaltyFile.code(HIT)))),
                        none(Why.SERVER)),
                fault("pool exhausted", this::poolExhausted, none(Why.SERVER, Why.TIMEOUT)));
    }

    private Lifting readOnly() {
        String url = database.jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        owner.sql("ALTER DATABASE " + name + " SET default_transaction_read_only = on")
                .update();
        toDatabase.cutAll();
        return () -> {
            try (Connection writing = database.owner().getConnection()) {
                writing.createStatement().execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
                writing.createStatement().execute("ALTER DATABASE " + name + " RESET default_transaction_read_only");
            }
            toDatabase.cutAll();
        };
    }

    private Lifting poolExhausted() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(database.app().getConnection());
            }
        } catch (SQLException e) {
            assertThat(taken).isNotEmpty();
        }
        return () -> {
            for (Connection one : taken) {
                one.close();
            }
        };
    }

    private List<DynamicTest> ofTheReceipt() {
        return List.of(
                fault(
                        "disk full while a receipt is written",
                        () -> refusedBy("measure.receipt", "INSERT", "53100"),
                        none(Why.SERVER)),
                fault(
                        "transactions in each other's way",
                        () -> refusedBy("measure.receipt", "INSERT", "40001"),
                        none(Why.SERVER)),
                fault("connection lost between commit and answer", this::commitUnknown, none(Why.SERVER)),
                fault("log of reads locked", this::logLocked, none(Why.SERVER, Why.TIMEOUT)),
                fault(
                        "keys of requests cannot be kept",
                        () -> refusedBy("access.idempotent_request", "INSERT", "53100"),
                        none(Why.SERVER)),
                fault(
                        "answers to requests with a key cannot be kept",
                        () -> refusedBy("access.idempotent_request", "UPDATE", "53100"),
                        hit()));
    }

    private Lifting commitUnknown() {
        long before = receipts();
        toDatabase.plant(Fault.loseAnswerTo("\"receiptId\""));
        return () -> {
            toDatabase.lift();
            assertThat(receipts()).as("they stand, and nobody was told").isGreaterThan(before);
        };
    }

    private Lifting logLocked() throws SQLException {
        long before = receipts();
        Connection holding = database.owner().getConnection();
        holding.setAutoCommit(false);
        holding.createStatement().execute("LOCK TABLE access.read_log IN ACCESS EXCLUSIVE MODE");
        return () -> {
            // What waits at the database is called back before the lock goes: no receipt comes to stand of what was
            // refused.
            until(
                    "nothing waits for the lock",
                    () -> owner.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                            + " AND datname = current_database()")
                                    .query(Long.class)
                                    .single()
                            == 0);
            holding.rollback();
            holding.close();
            assertThat(receipts()).isEqualTo(before);
        };
    }

    private List<DynamicTest> ofWhatIsInMemory() {
        return List.of(
                fault(
                        "memory not loaded yet",
                        () -> {
                            AT_CONNECTION.put(SNAPSHOT, PlantedFaultsTest::noConnection);
                            return both(nothingInMemory(), () -> AT_CONNECTION.remove(SNAPSHOT));
                        },
                        hit()),
                fault(
                        "memory is not renewed",
                        () -> {
                            office.deliver(3, "罚款", "5", "2026-06-05");
                            assertThat(asked(3)).isInstanceOf(CheckResult.Clear.class);
                            AT_CONNECTION.put(SNAPSHOT, PlantedFaultsTest::noConnection);
                            office.deliver(3, LICENCE, "300", "2026-06-06");
                            assertThat(asked(3)).isInstanceOf(CheckResult.Hit.class);
                            return () -> AT_CONNECTION.remove(SNAPSHOT);
                        },
                        hit()),
                fault(
                        "positions move between answer and receipt",
                        () -> {
                            office.deliver(4, "罚款", "5", "2026-06-05");
                            assertThat(asked(4)).isInstanceOf(CheckResult.Clear.class);
                            AT_CONNECTION.put(COMMITTER, () -> {
                                AT_CONNECTION.remove(COMMITTER);
                                office.deliver(4, LICENCE, "300", "2026-06-06");
                                return true;
                            });
                            assertThat(asked(4)).isInstanceOf(CheckResult.Hit.class);
                            assertThat(AT_CONNECTION).isEmpty();
                            return () -> {};
                        },
                        hit()));
    }

    private static Object noConnection() throws SQLException {
        throw new SQLTransientConnectionException("planted");
    }

    private List<DynamicTest> ofWhatIsKnown() {
        return List.of(
                fault("delivery half loaded", this::halfLoaded, hit()),
                fault("content of a record unreadable", this::unreadableRecord, none(Why.SERVER)),
                fault("register without names", this::registerEmpty, none(Why.SERVER)),
                dynamicTest("a list beyond its limit", () -> {
                    List<Integer> many = new ArrayList<>();
                    for (int i = 0; i < 60; i++) {
                        many.add(HIT);
                    }
                    assertThat(list(many)).contains("check.list-too-long").doesNotContain("CLEAR");
                    hitAgain();
                }));
    }

    private Lifting halfLoaded() throws Exception {
        Lifting lifting = refusedBy("archive.act", "INSERT", "53100");
        office.begin(HIT, LICENCE, "300", "2026-06-07");
        until(
                "rows are loaded",
                () -> owner.sql("SELECT EXISTS (SELECT FROM archive.version v WHERE NOT EXISTS"
                                + " (SELECT FROM archive.act a WHERE a.id = v.delivery_id))")
                        .query(Boolean.class)
                        .single());
        return lifting;
    }

    private Lifting unreadableRecord() {
        String ofHit = " WHERE organisation_id = (SELECT id FROM organisation.organisation WHERE code = '"
                + PenaltyFile.code(HIT) + "')";
        owner.sql("CREATE TABLE archive.planted AS SELECT record_id, version_no, payload FROM archive.version" + ofHit)
                .update();
        owner.sql("UPDATE archive.version SET payload = '\\x00ff01'" + ofHit).update();
        return both(nothingInMemory(), () -> {
            owner.sql("UPDATE archive.version v SET payload = p.payload FROM archive.planted p" + ofHit
                            + " AND v.record_id = p.record_id AND v.version_no = p.version_no")
                    .update();
            owner.sql("DROP TABLE archive.planted").update();
        });
    }

    private Lifting registerEmpty() {
        owner.sql("ALTER TABLE organisation.name RENAME TO name_away").update();
        owner.sql("CREATE TABLE organisation.name (LIKE organisation.name_away)")
                .update();
        owner.sql("GRANT SELECT, INSERT ON organisation.name TO xinheng_app").update();
        return both(nothingInMemory(), () -> {
            owner.sql("DROP TABLE organisation.name").update();
            owner.sql("ALTER TABLE organisation.name_away RENAME TO name").update();
        });
    }

    private List<DynamicTest> ofRulesAndKey() {
        return List.of(
                fault(
                        "no pack in force",
                        () -> rules(() -> {
                            throw new IllegalStateException("planted");
                        }),
                        none(Why.SERVER)),
                dynamicTest("a matter that the pack does not know", () -> {
                    assertThat(asked(HIT, "no-such-matter")).isInstanceOf(CheckResult.Refused.class);
                    hitAgain();
                }),
                fault(
                        "catalogue of measures empty",
                        () -> {
                            Policy bare = DemoCity.again(List.of());
                            return rules(() -> bare);
                        },
                        none(Why.SERVER)),
                fault("signing key gone while the server runs", this::keyGone, hit()),
                dynamicTest("signing key lost before a start", () -> {
                    Path empty = Files.createDirectories(folder.resolve("empty"));
                    assertThatThrownBy(() -> new org.xinheng.server.measure.receipt.ReceiptKeys(sql, clock)
                                    .open(empty, Algorithm.SM2))
                            .isInstanceOf(KeyRefused.class);
                    assertThat(empty).isEmptyDirectory();
                    hitAgain();
                }),
                dynamicTest("signing key unreadable at the start", () -> {
                    Path damaged = Files.createDirectories(folder.resolve("damaged"));
                    Files.write(damaged.resolve("receipts-a"), new byte[3]);
                    assertThatThrownBy(() -> SigningKey.read(damaged, "receipts"))
                            .hasMessageContaining("receipts-a");
                    hitAgain();
                }));
    }

    private Lifting keyGone() throws IOException {
        Path keys = folder.resolve("keys");
        Path away = folder.resolve("keys-away");
        Files.move(keys, away);
        return () -> Files.move(away, keys);
    }

    private List<DynamicTest> ofTheClient() {
        return List.of(
                fault(
                        "answer cut off on its way",
                        () -> toServer(Fault.mostOfAnswer(400)),
                        none(Why.UNREACHABLE, Why.MALFORMED)),
                fault(
                        "a page of a proxy instead of the answer",
                        () -> toServer(
                                Fault.insteadOfAnswer(http("text/html", "<html><body>CLEAR 请先登录</body></html>"))),
                        none(Why.MALFORMED)),
                fault("an answer that somebody forged", this::forged, none(Why.UNPROVEN)),
                fault("the answer to another question", this::answerAboutAnother, none(Why.MALFORMED)),
                fault("server does not answer in time", () -> toServer(Fault.silent()), none(Why.TIMEOUT)),
                fault("server away", () -> toServer(Fault.DOWN), none(Why.UNREACHABLE, Why.TIMEOUT)),
                dynamicTest("encryption that the server does not speak", () -> {
                    try (var encrypted =
                            new XinhengClient(URI.create("https://127.0.0.1:" + toServer.port()), ID, SECRET, ONCE)) {
                        assertThat(encrypted.check(new CheckQuestion(
                                        PenaltyFile.code(HIT), PROCUREMENT, "采购资格审查", "采审〔2026〕15号", "审核岗")))
                                .satisfies(none(Why.UNREACHABLE, Why.TIMEOUT));
                    }
                    hitAgain();
                }));
    }

    /** Clear of the very organisation, and well made; but nobody who has the key signed it. */
    private Lifting forged() {
        CheckResult.Clear another = (CheckResult.Clear) asked(CLEAN);
        return toServer(Fault.insteadOfAnswer(http(
                "application/json",
                another.answer().json().replace(PenaltyFile.code(CLEAN), PenaltyFile.code(HIT)),
                "Receipt-Proof: " + another.answer().proof() + "\r\n")));
    }

    private Lifting answerAboutAnother() {
        CheckResult.Clear another = (CheckResult.Clear) asked(CLEAN);
        return toServer(
                Fault.insteadOfAnswer(http("application/json", another.answer().json())));
    }

    private static String http(String type, String body) {
        return http(type, body, "");
    }

    private static String http(String type, String body, String header) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "; charset=UTF-8\r\nConnection: close\r\n" + header
                + "Content-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }

    private List<DynamicTest> ofTime() {
        return List.of(
                dynamicTest("a source that was never heard", () -> {
                    assertThat(asked(CLEAN, "public-investment")).isInstanceOf(CheckResult.Stale.class);
                    assertThat(asked(HIT, "public-investment"))
                            .isInstanceOfAny(CheckResult.Hit.class, CheckResult.Stale.class);
                    hitAgain();
                }),
                fault("clock set back", () -> clock("2026-06-04"), none(Why.SERVER)),
                fault(
                        "sources late",
                        () -> {
                            Lifting lifting = clock("2027-06-10");
                            assertThat(asked(CLEAN)).isInstanceOf(CheckResult.Stale.class);
                            return lifting;
                        },
                        hit()),
                fault(
                        "clock far ahead",
                        () -> clock("2046-06-10"),
                        result -> assertThat(result)
                                .isInstanceOfAny(
                                        CheckResult.Hit.class,
                                        CheckResult.Stale.class,
                                        Unavailable.class,
                                        CheckResult.Refused.class)));
    }
}
