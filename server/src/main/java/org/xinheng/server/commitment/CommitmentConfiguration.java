package org.xinheng.server.commitment;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;

/** Wires the commitments. */
@Configuration(proxyBeanMethods = false)
class CommitmentConfiguration {

    @Bean
    Commitments.Effects commitmentEffects(
            PlatformTransactionManager transactions,
            DocumentService documents,
            PolicyInForce inForce,
            ApplicationEventPublisher events) {
        return new Commitments.Effects(
                new TransactionTemplate(transactions), new CommitmentDocuments(documents, inForce), events);
    }

    @Bean
    Standings commitmentStandings(JdbcClient sql, Archive archive, Organisations organisations, PolicyInForce inForce) {
        return new Standings(new PromiseStore(sql), archive, organisations, inForce);
    }

    @Bean
    Commitments commitments(
            JdbcClient sql, Standings standings, PolicyInForce inForce, Clock clock, Commitments.Effects effects) {
        return new Commitments(new PromiseStore(sql), standings, inForce, clock, effects);
    }
}
