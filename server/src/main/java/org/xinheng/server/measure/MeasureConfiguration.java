package org.xinheng.server.measure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
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
import org.xinheng.server.measure.answer.ReceiptedChecks;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchSettings;
import org.xinheng.server.measure.batch.CodeLists;
import org.xinheng.server.measure.question.QuestionReader;
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
import org.xinheng.server.seal.SigningKey;

/** Wires the credit checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
public class MeasureConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MeasureConfiguration.class);

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
    SigningKey checkKey(@Value("${xinheng.data:data}") Path folder) {
        return SigningKey.read(folder.resolve("keys"), "receipts");
    }

    /** A lost key is replaced, so that checks go on; it is said at once, for the backup may still have it. */
    @Bean
    ApplicationRunner lookAtCheckKey(
            JdbcTemplate jdbc, SigningKey checkKey, @Value("${xinheng.data:data}") Path folder) {
        return _ -> new ReceiptStore(jdbc, checkKey)
                .otherKey()
                .ifPresent(other -> log.error(
                        "the newest receipt was signed with key {}, but the key in {} is {}: earlier receipts cannot be"
                                + " verified with the key that is published now. Put the files of the backup there and"
                                + " start again before checks are asked",
                        other,
                        folder.resolve("keys"),
                        checkKey.id()));
    }

    @Bean(destroyMethod = "close")
    Receipts checkReceipts(JdbcTemplate jdbc, SigningKey checkKey, @Value("${xinheng.node:0}") int node) {
        return new Receipts(new ReceiptNumbers(JdbcClient.create(jdbc), node), new ReceiptStore(jdbc, checkKey));
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

    @Bean
    Replays checkReplays(
            Receipts receipts, PastSights sights, PolicyInForce inForce, SigningKey checkKey, CheckClock checkClock) {
        return new Replays(
                receipts,
                sights,
                inForce,
                ReceiptVerifier.with(Base64.getDecoder().decode(checkKey.publicKey())),
                checkClock);
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
    Checks checks(
            SnapshotKeeper sights, Receipts receipts, AccessLog log, PolicyInForce inForce, CheckClock checkClock) {
        var rules = new FromPolicy<>(inForce, policy -> CheckRules.of(policy, checkClock));
        return new ReceiptedChecks(sights, rules, receipts, log);
    }
}
