package org.xinheng.server.commitment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.DecidedHere;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.commitment.store.PostgresPromises;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.commitment.store.WarningStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.service.RoundsHealth;

/** Wires the commitments. */
@Configuration(proxyBeanMethods = false)
class CommitmentConfiguration {

    @Bean
    CommitmentRecords.Records archiveOfCommitments(RecordLoading loading, Archive archive, Holdings holdings) {
        return new CommitmentRecords.Records(loading, archive, holdings);
    }

    @Bean
    CommitmentRecords recordsOfCommitments(
            CommitmentRecords.Records archive, Organisations organisations, PolicyInForce inForce, Clock clock) {
        return new CommitmentRecords(archive, organisations, inForce, clock);
    }

    /** A record of a commitment that was signed here follows its steps: nothing else ends it. */
    @Bean
    DecidedHere recordsSignedHere(CommitmentRecords records, JdbcClient sql) {
        PromiseStore store = new PostgresPromises(sql);
        return (organisation, record) -> records.stands(organisation, record, store::gave);
    }

    @Bean
    Commitments.Effects commitmentEffects(
            PlatformTransactionManager transactions,
            CommitmentRecords records,
            DocumentService documents,
            PolicyInForce inForce,
            ApplicationEventPublisher events) {
        return new Commitments.Effects(
                new TransactionTemplate(transactions), records, new CommitmentDocuments(documents, inForce), events);
    }

    @Bean
    Standings commitmentStandings(JdbcClient sql, Archive archive, Organisations organisations, PolicyInForce inForce) {
        return new Standings(new PostgresPromises(sql), archive, organisations, inForce);
    }

    @Bean
    Commitments commitments(
            JdbcClient sql, Standings standings, PolicyInForce inForce, Clock clock, Commitments.Effects effects) {
        return new Commitments(new PostgresPromises(sql), standings, inForce, clock, effects);
    }

    @Bean
    Warnings commitmentWarnings(JdbcClient sql, Standings standings, Clock clock) {
        return new Warnings(new WarningStore(sql), new PostgresPromises(sql), standings, clock);
    }

    @Bean(initMethod = "start")
    Rounds commitmentRounds(Warnings warnings, @Value("${xinheng.cases.watch-seconds:60}") long seconds) {
        return new Rounds("commitment-warnings", warnings::run, Duration.ofSeconds(seconds));
    }

    @Bean
    HealthIndicator commitmentPeriodsHealth(Warnings warnings) {
        return new RoundsHealth("missingWarnings", warnings::missing);
    }
}
