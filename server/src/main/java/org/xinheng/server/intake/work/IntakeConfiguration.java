package org.xinheng.server.intake.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.database.KeyFile;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.SentTables;
import org.xinheng.server.intake.read.FileFormat;
import org.xinheng.server.intake.read.FileFormats;
import org.xinheng.server.intake.read.TablesByForm;
import org.xinheng.server.intake.report.StoredReceipts;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.DeliveryStore;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.intake.xlsx.XlsxFormat;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the intake. Staged files lie in {@code DIR/staging}, sealed with the key {@code DIR/keys/staging}. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    Staging staging(@Value("${xinheng.data:data}") Path folder) {
        return new Staging(folder.resolve("staging"), KeyFile.read(folder.resolve("keys"), "staging"));
    }

    @Bean
    SentTables sentTables(List<FileFormat> formats, @Value("${xinheng.data:data}") Path folder) {
        return new TablesByForm(new FileFormats(formats), folder.resolve("tables"));
    }

    @Bean
    FileFormat workbooks() {
        return new XlsxFormat();
    }

    @Bean
    Stores intakeStores(JdbcClient sql) {
        return new Stores(
                new DeliveryStore(sql), new ReceiptStore(sql), new WaitingStore(sql), new TimelinessStore(sql));
    }

    @Bean
    Receipts receipts(Stores stores) {
        return new StoredReceipts(stores.receipts());
    }

    @Bean
    Worker deliveryWorker(
            Staging staging,
            Stores stores,
            DeliveredInto archive,
            Register register,
            GivingUp givingUp,
            PlatformTransactionManager transactions,
            PolicyInForce policy,
            Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        return new Worker(
                new Worker.Loads(
                        new RecordLoad(staging, register.organisations(), archive.loading(), stores, transaction),
                        new RegisterLoad(staging, register.imports()),
                        new Closing(staging, stores, archive.loading(), archive.review(), clock),
                        givingUp),
                stores.deliveries(),
                staging,
                transaction,
                policy);
    }

    @Bean
    GivingUp givingUpDeliveries(
            Stores stores,
            RecordLoading archive,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${xinheng.intake.attempts:12}") int attempts) {
        return new GivingUp(stores, archive, new TransactionTemplate(transactions), clock, attempts);
    }

    @Bean
    HealthIndicator deliveryWorkerHealth(Worker worker) {
        return () -> (worker.isWorking() ? Health.up() : Health.down()).build();
    }

    /** No reason to call the server ill, but somebody has to look. */
    @Bean
    HealthIndicator givenUpDeliveriesHealth(Stores stores, Clock clock) {
        return () -> Health.up()
                .withDetail(
                        "givenUpInSevenDays",
                        stores.deliveries().givenUpSince(clock.instant().minus(Duration.ofDays(7))))
                .build();
    }

    /** The two doors of the archive that a delivery goes through. */
    record DeliveredInto(RecordLoading loading, GateReview review) {}

    @Bean
    DeliveredInto archiveOfDeliveries(RecordLoading loading, GateReview review) {
        return new DeliveredInto(loading, review);
    }

    /** The two doors of the register that the intake uses. */
    record Register(Organisations organisations, RegisterImport imports) {}

    @Bean
    Register registerForIntake(Organisations organisations, RegisterImport imports) {
        return new Register(organisations, imports);
    }

    @Bean
    Deliveries deliveries(
            Staging staging,
            Stores stores,
            Worker worker,
            RecordLoading archive,
            PolicyInForce policy,
            PlatformTransactionManager transactions,
            Reception reception) {
        return new Intake(
                new Intake.Doors(reception, staging, worker),
                stores,
                archive,
                policy,
                new TransactionTemplate(transactions));
    }

    @Bean
    Reception reception(
            List<FileFormat> formats,
            Staging staging,
            Clock clock,
            @Value("${xinheng.intake.largest-file:2GB}") String largest) {
        return new Reception(
                new FileFormats(formats),
                staging,
                clock,
                DataSize.parse(largest).toBytes());
    }
}
