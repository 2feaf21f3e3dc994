package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.clock.StandingClock;

/**
 * The whole server on a real database, with two departments of the made-up city and a clock that stands where it is put;
 * one for all test classes. Each test has organisations of its own.
 */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.cases.watch-seconds=3600",
            // The clock jumps here: what is judged anew is judged when a test says so.
            "xinheng.archive.look-at-rules-every=1d",
            "xinheng.evaluation.look=1d",
            "xinheng.evaluation.follow=false",
            "xinheng.evaluation.give=1d",
            // Set back between tests, it would stand before what another test recorded.
            "xinheng.checks.clock-tolerance=36500d",
            "xinheng.warnings.look=1d",
            "xinheng.breaches.look=1d",
        })
public abstract class RecordsServer {

    protected static final String PENALTY = "administrative-penalty";
    static final String NOON = "T04:00:00Z";
    static final String SECRET = "test-secret";
    static final Path FOLDER = DataFolder.of("records-server");
    private static final StandingClock CLOCK = new StandingClock(java.time.Instant.parse("2026-06-10T04:00:00Z"));
    /** What a test puts in the place of the made-up city's rules; it takes it away again. */
    protected static volatile @Nullable Policy policyOfTest;

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    @TestBean
    protected Clock clock;

    @LocalServerPort
    protected int port;

    @Autowired
    protected WebApplicationContext context;

    @Autowired
    Database database;

    @Autowired
    protected AccountsSetup setup;

    @Autowired
    @TestBean
    protected PolicyInForce inForce;

    @Autowired
    protected Deliveries deliveries;

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected Archive archive;

    @Autowired
    PublicRecords publicRecords;

    @Autowired
    protected JdbcClient sql;

    protected ServerOfSources server;
    protected Authority market;
    Authority ecology;
    protected int base;

    static PolicyInForce inForce() {
        return () -> {
            var ofTest = policyOfTest;
            return ofTest == null ? DemoCity.POLICY : ofTest;
        };
    }

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
        today("2026-06-10");
        startedOn("2026-01-05");
        forgetTheFuture();
        base = NEXT.getAndAdd(1000);
        server = new ServerOfSources(port);
        market = inForce.policy().authority("market").orElseThrow();
        ecology = inForce.policy().authority("ecology").orElseThrow();
        setup.client("market", SECRET, Set.of(Permission.DELIVER), market.id());
        setup.client("ecology", SECRET, Set.of(Permission.DELIVER), ecology.id());
        setup.client(
                "office", SECRET, Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE), null);
        setup.client("hall", SECRET, Set.of(Permission.QUERY_AT_WINDOW), null);
        setup.client("auditor", SECRET, Set.of(Permission.OVERSEE, Permission.READ_PAST), null);
    }

    /** The day of the first edition of rules: of the server's first start. */
    final void startedOn(String day) {
        JdbcClient.create(database.owner())
                .sql("UPDATE policy.edition SET kept_at = (:day || ' 12:00+08')::timestamptz")
                .param("day", day)
                .update();
    }

    /** Instants of activation never run back: what another test did on a later day is made to lie before this one. */
    private void forgetTheFuture() {
        JdbcClient.create(database.owner())
                .sql("UPDATE archive.act SET activated_at = timestamptz '2026-01-01' + position * interval '1 second'")
                .update();
    }

    /** Noon in China on a day. */
    protected static void today(String day) {
        CLOCK.set(day + NOON);
    }

    protected static LocalDate day() {
        return LocalDate.ofInstant(CLOCK.instant(), IntakeRig.ZONE);
    }

    String token(String client) throws IOException, InterruptedException {
        return server.token(client, SECRET);
    }

    Clerk clerkOf(Authority source) {
        return new Clerk(context, Role.SOURCE_CLERK, source.id());
    }

    Clerk clerk(Role role) {
        return new Clerk(context, role, null);
    }

    /** An organisation that signed in itself. */
    Clerk party(int number) {
        return new Clerk(context, actor(number));
    }

    static Actor actor(int number) {
        return new Actor(
                "party", Actor.Kind.CLERK, null, PenaltyFile.code(number), Set.copyOf(Role.ORGANISATION.permissions()));
    }

    /** Rows of the market authority without fault. */
    protected PenaltyFile penalties(int firstOrganisation, int count) {
        return penalties(market, firstOrganisation, count);
    }

    static PenaltyFile penalties(Authority source, int firstOrganisation, int count) {
        return PenaltyFile.of(source, firstOrganisation, count);
    }

    protected Delivery deliver(PenaltyFile file) throws IOException, InterruptedException {
        return deliver(market, file, false);
    }

    Delivery deliver(Authority source, PenaltyFile file, boolean historical) throws IOException, InterruptedException {
        var order = new Order(PENALTY, source.code(), "test", "penalties.csv", null, historical);
        var taken =
                deliveries.receive(order, new ByteArrayInputStream(file.text().getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        if (closed.state() != Delivery.State.CLOSED) {
            throw new AssertionError(closed.state() + " " + closed.findings());
        }
        return closed;
    }

    /** The register delivers organisations that go on, with the day of their foundation. */
    protected void register(Map<Integer, String> foundedByNumber) throws IOException, InterruptedException {
        // As the archive's instants, those of the register never run back: what other tests recorded later is made to
        // lie before.
        JdbcClient.create(database.owner())
                .sql("UPDATE organisation.position"
                        + " SET recorded_at = timestamptz '2026-01-01' + number * interval '1 second'")
                .update();
        StringBuilder register = new StringBuilder("名称,统一社会信用代码,成立日期,登记状态\n");
        foundedByNumber.forEach((number, founded) -> register.append(PenaltyFile.name(number))
                .append(',')
                .append(PenaltyFile.code(number))
                .append(',')
                .append(founded)
                .append(",存续\n"));
        deliverRegister(register.toString());
    }

    /** @param register rows of the register under their headers, as its authority delivers them */
    protected Delivery deliverRegister(String register) throws IOException, InterruptedException {
        var order = new Order(
                "organisation-register",
                inForce.policy()
                        .authority(inForce.policy().place().registrationSource())
                        .orElseThrow()
                        .code(),
                "test",
                "register.csv",
                null,
                false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(register.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        if (closed.state() != Delivery.State.CLOSED) {
            throw new AssertionError(closed.state() + " " + closed.findings());
        }
        return closed;
    }

    /** So many penalties that the grade of an organisation falls to the last one. */
    protected void poorGrade(int organisation) throws IOException, InterruptedException {
        var file = penalties(organisation, 1);
        for (int i = 1; i < 10; i++) {
            boolean large = i % 2 == 0;
            file.add(PenaltyFile.row(organisation, PenaltyFile.number(organisation + 500 + i)))
                    .set(i, "CF_JDRQ", "2026/05/%02d".formatted(10 + i))
                    .set(i, "CF_NR", large ? "罚款人民币200000元。" : "罚款人民币50000元。")
                    .set(i, "CF_NR_FK", large ? "20" : "5")
                    .set(i, "CF_CFJGDM", market.code())
                    .set(i, "CF_SJLYDM", market.code())
                    .set(i, "CF_CFJG", market.name().zh())
                    .set(i, "CF_SJLY", market.name().zh());
        }
        deliver(file);
    }

    protected Organisation organisation(int number) {
        return organisations.findByCode(PenaltyFile.code(number)).orElseThrow();
    }

    /** Address of the only current record of an organisation. */
    protected String addressOf(int organisation) {
        var records = archive.currentOf(organisation(organisation).id());
        if (records.size() != 1) {
            throw new AssertionError(records.size() + " records");
        }
        return records.getFirst().address();
    }

    protected static String object(@Nullable Object... namesAndValues) {
        var text = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(namesAndValues[i])
                    .append("\":")
                    .append(namesAndValues[i + 1] == null ? "null" : "\"" + namesAndValues[i + 1] + "\"");
        }
        return text.append('}').toString();
    }
}
