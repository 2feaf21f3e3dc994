package org.xinheng.server.consent.desk;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.consent.ConsentedReaders;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.consent.store.ConsentStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires consent. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    ConsentStore consentStore(JdbcClient sql) {
        return new ConsentStore(sql);
    }

    @Bean
    Surroundings surroundingsOfConsent(
            PolicyInForce inForce,
            Clock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new Surroundings(inForce, clock, new TransactionTemplate(transactions), events);
    }

    @Bean
    Parties partiesOfConsent(Organisations organisations) {
        return new Parties(organisations);
    }

    @Bean
    ConsentDesk consentDesk(ConsentStore store, Parties parties, Surroundings around) {
        return new ConsentDesk(store, parties, around);
    }

    @Bean
    GrantedRecords grantedRecords(Archive archive, PublicRecords shown) {
        return new GrantedRecords(archive, shown);
    }

    @Bean
    ReaderDesk readerDesk(
            ConsentStore store, Parties parties, GrantedRecords records, AccessLog log, Surroundings around) {
        return new ReaderDesk(store, parties, records, log, around);
    }

    @Bean
    ConsentForms consentForms(PolicyInForce inForce) {
        return new ConsentForms(inForce);
    }

    @Bean
    StandingConsents standingConsents(ConsentStore store, Surroundings around) {
        return new GrantsInUse(store, around);
    }

    @Bean
    ConsentedReaders consentedReaders(ConsentStore store) {
        return store::told;
    }
}
