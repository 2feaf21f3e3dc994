package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.policy.PolicyInForce;

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

    private FaultBench bench;

    static Clock clock() {
        return FaultBench.CLOCK;
    }

    static PolicyInForce inForce() {
        return () -> Objects.requireNonNull(FaultBench.RULES.get()).get();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Between {
        @Bean
        static BeanPostProcessor watchedDatabase() {
            return WatchedCalls.ofBeans(DataSource.class, call -> {
                Callable<?> planted = call.name().equals("getConnection")
                        ? FaultBench.AT_CONNECTION.get(Thread.currentThread().getName())
                        : null;
                if (planted != null) {
                    var _ = planted.call();
                }
                return call.goOn();
            });
        }
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
        bench = new FaultBench(port, setup, database, Objects.requireNonNull(WIRE.get()));
    }

    @AfterAll
    static void cut() throws IOException {
        Objects.requireNonNull(WIRE.get()).close();
    }

    @TestFactory
    List<DynamicTest> noFaultBecomesClear() {
        List<DynamicTest> faults = new ArrayList<>();
        faults.addAll(new FaultsOfStorage(bench).all());
        faults.addAll(new FaultsOfKnowledge(bench, sql, folder).all());
        faults.addAll(new FaultsOnTheWay(bench).all());
        faults.addAll(new FaultsOfTime(bench).all());
        assertThat(faults).hasSizeGreaterThanOrEqualTo(LEAST);
        return faults;
    }
}
