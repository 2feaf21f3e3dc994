package org.xinheng.server.measure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.database.KeyFile;
import org.xinheng.server.intake.SentTables;
import org.xinheng.server.measure.answer.CheckClock;
import org.xinheng.server.measure.answer.CheckRules;
import org.xinheng.server.measure.answer.LookAlikes;
import org.xinheng.server.measure.answer.ReceiptedChecks;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchSettings;
import org.xinheng.server.measure.batch.CodeLists;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.receipt.ReceiptKeys;
import org.xinheng.server.measure.receipt.ReceiptNumbers;
import org.xinheng.server.measure.receipt.ReceiptStore;
import org.xinheng.server.measure.receipt.ReceiptedClients;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.measure.receipt.VerificationCodes;
import org.xinheng.server.measure.replay.Replays;
import org.xinheng.server.measure.sight.PastSights;
import org.xinheng.server.measure.sight.SnapshotKeeper;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastOrganisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.SigningKey;

/** Wires the credit checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
public class MeasureConfiguration {

    @Bean
    QuestionReader checkQuestions(PolicyInForce inForce, Clock clock) {
        return new QuestionReader(inForce, clock);
    }

    @Bean
    CheckClock checkClock(Clock clock, @Value("${xinheng.checks.clock-tolerance:1m}") Duration tolerance) {
        return new CheckClock(clock, tolerance);
    }

    @Bean(destroyMethod = "close")
    SnapshotKeeper checkSnapshot(
            Archive archive, Holdings holdings, Organisations organisations, PolicyInForce inForce, Clock clock) {
        return SnapshotKeeper.of(archive, holdings, organisations, inForce, clock.getZone());
    }

    @Bean
    ReceiptKeys receiptKeys(JdbcClient sql, Clock clock) {
        return new ReceiptKeys(sql, clock);
    }

    /** @param algorithm Ed25519, or SM2 where commercial cryptography of the state is prescribed */
    @Bean
    SigningKey checkKey(
            ReceiptKeys receiptKeys,
            @Value("${xinheng.data:data}") Path folder,
            @Value("${xinheng.checks.signature:ed25519}") Algorithm algorithm) {
        return receiptKeys.open(folder.resolve("keys"), algorithm);
    }

    /** @param patience how long a check waits for the database before it is refused */
    @Bean
    ReceiptStore receiptStore(
            DataSource database, SigningKey checkKey, @Value("${xinheng.checks.patience:8s}") Duration patience) {
        return new ReceiptStore(database, checkKey, patience);
    }

    @Bean(destroyMethod = "close")
    Receipts checkReceipts(JdbcClient sql, ReceiptStore receiptStore, @Value("${xinheng.node:0}") int node) {
        return new Receipts(new ReceiptNumbers(sql, node), receiptStore);
    }

    /** Where the key is lost, sheets that were printed before cannot be verified any more. */
    @Bean
    VerificationCodes verificationCodes(@Value("${xinheng.data:data}") Path folder) {
        return new VerificationCodes(KeyFile.read(folder.resolve("keys"), "receipt-codes"));
    }

    @Bean
    CodeLists codeLists(SentTables tables, QuestionReader questions, BatchSettings settings) {
        return new CodeLists(tables, questions, settings);
    }

    @Bean
    BatchChecks batchChecks(Checks checks, QuestionReader questions, BatchSettings settings) {
        return new BatchChecks(checks, questions, settings);
    }

    /** Opened after the key in use, which is published by then. */
    @Bean
    ReceiptVerifier receiptVerifier(ReceiptKeys receiptKeys, SigningKey checkKey) {
        return receiptKeys.verifier();
    }

    @Bean
    Replays checkReplays(
            Receipts receipts,
            PastSights sights,
            PolicyInForce inForce,
            ReceiptVerifier receiptVerifier,
            CheckClock checkClock) {
        return new Replays(receipts, sights, inForce, receiptVerifier, checkClock);
    }

    @Bean
    PastSights pastSights(KnownRecords records, Holdings holdings, PastOrganisations register, Clock clock) {
        return new PastSights(records, holdings, register, clock.getZone());
    }

    @Bean
    ToldClients toldClients(JdbcClient sql, Organisations organisations) {
        return new ReceiptedClients(sql, organisations);
    }

    @Bean
    HealthIndicator checkReceiptsHealth(Receipts receipts) {
        return () -> (receipts.isAlive() ? Health.up() : Health.down()).build();
    }

    @Bean
    FromPolicy<CheckRules> checkRules(PolicyInForce inForce, CheckClock checkClock) {
        return new FromPolicy<>(inForce, policy -> CheckRules.of(policy, checkClock));
    }

    @Bean
    ReceiptedChecks.Keeping keepingOfChecks(Receipts receipts, AccessLog log) {
        return new ReceiptedChecks.Keeping(receipts, log);
    }

    @Bean
    Checks checks(
            SnapshotKeeper sights,
            FromPolicy<CheckRules> checkRules,
            Organisations organisations,
            ReceiptedChecks.Keeping keepingOfChecks,
            @Value("${xinheng.checks.patience:8s}") Duration patience) {
        return new ReceiptedChecks(sights, checkRules, new LookAlikes(organisations), keepingOfChecks, patience);
    }
}
