package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.CheckResult.Unavailable;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.client.ReceiptKeys;
import org.xinheng.client.XinhengClient;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.FaultyWire.Fault;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.clock.StandingClock;

/**
 * Faults are planted here between an approval system that asks, the server and its PostgreSQL. One organisation has a measure against it,
 * one has none.
 */
final class FaultBench {

    static final String HEARD = "2026-06-10";
    static final String LICENCE = "吊销许可证件;罚款";
    static final int HIT = 1;
    static final int CLEAN = 2;
    static final String ID = "planted";
    static final String SECRET = "test-secret";
    /** Longer than a busy machine takes for what it does answer. */
    private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(6);

    static final XinhengClient.Settings ONCE = new XinhengClient.Settings(
            CLIENT_PATIENCE, 1, Duration.ofMillis(1), Integer.MAX_VALUE, Duration.ofMillis(1), "zh");
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    static final StandingClock CLOCK = new StandingClock(Instant.parse(HEARD + "T04:00:00Z"));
    static final AtomicReference<Supplier<Policy>> RULES = new AtomicReference<>(() -> DemoCity.POLICY);
    /** What happens when a thread of this name takes a connection. */
    static final Map<String, Callable<?>> AT_CONNECTION = new ConcurrentHashMap<>();

    final CheckingOffice office;
    final FaultyWire toDatabase;
    final FaultyWire toServer;
    final Database database;
    final JdbcClient owner;
    private final int port;
    private final XinhengClient client;

    FaultBench(int port, AccountsSetup setup, Database database, FaultyWire toDatabase) throws Exception {
        this.port = port;
        this.database = database;
        this.toDatabase = toDatabase;
        office = new CheckingOffice(port, setup, DemoCity.POLICY);
        office.everybodyReportsZero();
        office.deliver(HIT, LICENCE, "300", "2026-06-05");
        office.deliver(CLEAN, "罚款", "5", "2026-06-05");
        setup.client(ID, SECRET, Set.of(Permission.CHECK), null);
        toServer = new FaultyWire("127.0.0.1", port);
        client = new XinhengClient(
                URI.create("http://127.0.0.1:" + toServer.port()), ID, SECRET, ONCE, ReceiptKeys.fetched());
        owner = JdbcClient.create(database.owner());
        assertThat(asked(HIT)).isInstanceOf(CheckResult.Hit.class);
        assertThat(asked(CLEAN)).isInstanceOf(CheckResult.Clear.class);
    }

    CheckResult asked(int organisation) {
        return asked(organisation, PROCUREMENT);
    }

    CheckResult asked(int organisation, String matter) {
        return client.check(
                new CheckQuestion(PenaltyFile.code(organisation), matter, "采购资格审查", "采审〔2026〕15号", "采购中心审核岗"));
    }

    /** What an act that is to be undone leaves to be done. */
    interface Lifting {
        void lift() throws Exception;
    }

    interface Planting {
        Lifting plant() throws Exception;
    }

    DynamicTest fault(String name, Planting planting, Consumer<CheckResult> ending) {
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

    void hitAgain() throws Exception {
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
    String list(List<Integer> organisations) throws InterruptedException {
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

    static Consumer<CheckResult> none(Why... reasons) {
        return result -> assertThat(result)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        none -> assertThat(none.why()).as(none.detail()).isIn((Object[]) reasons));
    }

    static Consumer<CheckResult> hit() {
        return result -> assertThat(result).isInstanceOf(CheckResult.Hit.class);
    }

    static Lifting rules(Supplier<Policy> rules) {
        RULES.set(rules);
        return () -> RULES.set(() -> DemoCity.POLICY);
    }

    /** Another edition of the same rules: what is in memory was read under the former one and serves no more. */
    static Lifting nothingInMemory() {
        Policy again = DemoCity.again(DemoCity.POLICY.measures());
        return rules(() -> again);
    }

    static Lifting clock(String day) {
        CLOCK.noon(day);
        return () -> CLOCK.noon(HEARD);
    }

    Lifting toDatabase(Fault fault) {
        toDatabase.plant(fault);
        return toDatabase::lift;
    }

    Lifting toServer(Fault fault) {
        toServer.plant(fault);
        return toServer::lift;
    }

    static Lifting both(Lifting one, Lifting other) {
        return () -> {
            one.lift();
            other.lift();
        };
    }

    /** The database refuses to write into a table, as it does when its disk is full or transactions are in each other's way. */
    Lifting refusedBy(String table, String act, String state) {
        String schema = table.substring(0, table.indexOf('.'));
        owner.sql("CREATE FUNCTION " + schema + ".planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'planted' USING ERRCODE = '" + state + "'; END $$")
                .update();
        owner.sql("CREATE TRIGGER planted BEFORE " + act + " ON " + table + " FOR EACH ROW EXECUTE FUNCTION " + schema
                        + ".planted()")
                .update();
        return () -> owner.sql("DROP FUNCTION " + schema + ".planted() CASCADE").update();
    }

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
