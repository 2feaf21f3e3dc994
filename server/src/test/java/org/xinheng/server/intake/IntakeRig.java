package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.store.ArchiveConfiguration;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.report.StoredReceipts;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.work.IntakeConfiguration;
import org.xinheng.server.organisation.InMemoryOrganisations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.StandingClock;

/** Archive and intake on a real database, with a small register and a clock that stands where it is put. */
final class IntakeRig implements AutoCloseable {

    static final String PENALTY = "administrative-penalty";
    static final ZoneId ZONE = StandingClock.ZONE;
    static final Policy NATIONAL = national();

    final InMemoryOrganisations register;
    final StandingClock clock;
    private final Path folder;
    private final AnnotationConfigApplicationContext context;

    IntakeRig(DataSource database, Path folder) {
        this(database, folder, new InMemoryOrganisations(), loading -> loading);
    }

    /** @param fault stands between intake and archive, to break what a test wants broken */
    IntakeRig(DataSource database, Path folder, InMemoryOrganisations register, UnaryOperator<RecordLoading> fault) {
        this.register = register;
        this.folder = folder;
        clock = new StandingClock(Instant.parse("2026-06-10T02:00:00Z"));
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "rig", Map.of("xinheng.data", folder.toString(), "xinheng.intake.attempts", "2")));
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(PolicyInForce.class, () -> () -> NATIONAL);
        context.registerBean(Organisations.class, () -> register);
        context.registerBean(RegisterImport.class, () -> (delivery, source) -> IntakeRig::registered);
        context.registerBean(BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RecordLoading loading ? fault.apply(loading) : bean;
            }
        });
        context.register(ArchiveConfiguration.class, IntakeConfiguration.class);
        context.refresh();
    }

    /** A register that takes every row: what it makes of them is tested where it is. */
    private static List<RegisterOutcome> registered(List<RegisterRow> rows) {
        return rows.stream()
                .map(row ->
                        new RegisterOutcome(row.rowNumber(), RegisterOutcome.Answer.ACCEPTED, null, List.of(), false))
                .toList();
    }

    private static Policy national() {
        try {
            var home = Path.of(System.getProperty("xinheng.home", ".."));
            return switch (PackLoader.load(home.resolve("policy-packs"), "national")) {
                case PackLoading.Loaded loaded -> loaded.policy();
                case PackLoading.Faulty faulty ->
                    throw new IllegalStateException(faulty.faults().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    HealthIndicator health(String bean) {
        return context.getBean(bean, HealthIndicator.class);
    }

    Deliveries deliveries() {
        return get(Deliveries.class);
    }

    Archive archive() {
        return get(Archive.class);
    }

    PublicRecords publicRecords() {
        return get(PublicRecords.class);
    }

    static Order order() {
        return order(null);
    }

    static Order order(@Nullable String idempotencyKey) {
        return new Order(PENALTY, PenaltyFile.AUTHORITY, "clerk", "penalties.csv", idempotencyKey, false);
    }

    Delivery deliver(PenaltyFile file) throws IOException, InterruptedException {
        return deliver(order(), file.stream());
    }

    Delivery deliver(Order order, InputStream file) throws IOException, InterruptedException {
        var delivery = deliveries().receive(order, file);
        return deliveries().await(delivery.id(), Duration.ofSeconds(30));
    }

    /** The answer to every row of a closed delivery. */
    List<RowReceipt> receipts(Delivery delivery) {
        return new StoredReceipts(new ReceiptStore(get(JdbcClient.class)))
                .page(delivery, 1, EnumSet.allOf(RowOutcome.class), Integer.MAX_VALUE);
    }

    /** A delivery is closed a moment before its folder goes. */
    void requireNothingStaged() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> {
                    try (var left = Files.list(folder.resolve("staging"))) {
                        assertThat(left).isEmpty();
                    }
                });
    }

    @Override
    public void close() {
        context.close();
    }
}
