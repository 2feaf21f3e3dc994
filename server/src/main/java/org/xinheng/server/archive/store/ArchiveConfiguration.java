package org.xinheng.server.archive.store;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.DecidedHere;
import org.xinheng.server.archive.DeliveredRecords;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.HeldRecords;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.LinkReversal;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.archive.PastRecords;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.database.KeyFile;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the archive. The key of the addresses lies in {@code DIR/keys} and belongs into every backup. */
@Configuration(proxyBeanMethods = false)
public class ArchiveConfiguration {

    @Bean
    Stores archiveStores(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${xinheng.data:data}") Path folder,
            @Value("${xinheng.node:0}") int node) {
        return new Stores(
                new Terms(sql, transactions),
                new RecordAddresses(KeyFile.read(folder.resolve("keys"), "addresses")),
                new Acts(sql, clock, node));
    }

    @Bean
    VersionRows versionRows(Stores stores, PolicyInForce policy) {
        return new VersionRows(stores.terms(), stores.addresses(), policy);
    }

    @Bean
    RecordLoading recordLoading(DataSource source, Stores stores, ApplicationEventPublisher events) {
        return new PostgresRecordLoading(source, stores.terms(), stores.acts(), events);
    }

    @Bean
    MayEnd mayEnd(ObjectProvider<DecidedHere> proceedings, PolicyInForce inForce) {
        return new MayEnd(
                (organisation, record) -> proceedings.stream().anyMatch(one -> one.decided(organisation, record)),
                inForce);
    }

    @Bean
    Endings endings(
            JdbcClient sql,
            VersionRows rows,
            Stores stores,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new Endings(sql, rows, stores.acts(), transactions, events);
    }

    @Bean
    PostgresHoldings holdings(JdbcClient sql, VersionRows rows, Stores stores) {
        return new PostgresHoldings(sql, rows, stores);
    }

    @Bean
    PastRecords pastRecords(JdbcClient sql, VersionRows rows, Stores stores, Endings endings) {
        return new PostgresPastRecords(sql, rows, stores.addresses(), endings);
    }

    @Bean
    KnownRecords knownRecords(DataSource source, VersionRows rows, PlatformTransactionManager transactions) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return new PostgresKnownRecords(new JdbcTemplate(source), rows, reading);
    }

    @Bean
    HeldRecords heldRecords(JdbcClient sql, VersionRows rows, Stores stores, PolicyInForce policy) {
        return new PostgresHeldRecords(sql, rows, stores, policy);
    }

    @Bean
    DeliveredRecords deliveredRecords(
            DataSource source,
            VersionRows rows,
            Stores stores,
            PostgresHoldings holdings,
            Organisations organisations) {
        return new PostgresDeliveredRecords(new JdbcTemplate(source), rows, stores, holdings, organisations);
    }

    @Bean
    PostgresGateReview.Rules gateRules(PolicyInForce inForce, Clock clock) {
        return new PostgresGateReview.Rules(inForce, clock);
    }

    @Bean
    GateReview gateReview(
            DataSource source,
            Stores stores,
            PostgresGateReview.Rules rules,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new PostgresGateReview(
                new ReviewRows(new JdbcTemplate(source), stores.terms()),
                stores.acts(),
                rules,
                new TransactionTemplate(transactions),
                events);
    }

    @Bean
    LinkReversal linkReversal(
            JdbcClient sql, Endings endings, Stores stores, GateReview review, ApplicationEventPublisher events) {
        return new PostgresLinkReversal(sql, endings, stores, review, events);
    }

    @Bean
    RecordMarks recordMarks(
            JdbcClient sql,
            Endings endings,
            Stores stores,
            GateReview review,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new PostgresMarks(sql, endings, stores, review, transactions, events);
    }

    @Bean
    RecordChanges recordChanges(DataSource source, VersionRows rows, Stores stores) {
        return new PostgresRecordChanges(new JdbcTemplate(source), rows, stores.addresses());
    }

    @Bean
    Archive archive(
            DataSource source,
            VersionRows rows,
            Stores stores,
            PostgresArchive.Records records,
            PlatformTransactionManager transactions) {
        return new PostgresArchive(new JdbcTemplate(source), rows, stores, records, transactions);
    }

    @Bean
    PostgresArchive.Records singleRecords(Endings endings, PostgresHoldings holdings) {
        return new PostgresArchive.Records(endings, holdings);
    }

    @Bean
    PublicRecords publicRecords(JdbcClient sql, VersionRows rows, Stores stores, PolicyInForce policy) {
        return new PostgresPublicRecords(sql, rows, stores, policy);
    }
}
