package org.xinheng.server.listing;

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
import org.xinheng.server.listing.effect.ListingDocuments;
import org.xinheng.server.listing.effect.ListingEffects;
import org.xinheng.server.listing.effect.ListingRecord;
import org.xinheng.server.listing.store.PostgresListings;
import org.xinheng.server.listing.store.WarningStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.service.RoundsHealth;

/** Wires the door to the lists. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    ListingRecord listingRecord(PolicyInForce inForce, Organisations organisations, Clock clock) {
        return new ListingRecord(inForce, organisations, clock);
    }

    @Bean
    ListingEffects.Records recordsOfListings(RecordLoading loading, Archive archive, Holdings holdings) {
        return new ListingEffects.Records(loading, archive, holdings);
    }

    @Bean
    ListingEffects listingEffects(
            ListingRecord records,
            DocumentService service,
            PolicyInForce inForce,
            ListingEffects.Records archive,
            ApplicationEventPublisher events) {
        return new ListingEffects(records, new ListingDocuments(service, inForce), archive, events);
    }

    @Bean
    PostgresListings listingStore(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            ListingEffects effects,
            Clock clock,
            Organisations organisations) {
        return new PostgresListings(
                sql, new TransactionTemplate(transactions), effects, clock.getZone(), organisations::idsOf);
    }

    @Bean
    DecidedHere recordsDecidedHere(PostgresListings store) {
        return store::stands;
    }

    @Bean
    Underlying underlyingDecisions(Archive archive, PolicyInForce inForce, Clock clock) {
        return new Underlying(archive, inForce, clock);
    }

    @Bean
    Warnings listingWarnings(
            JdbcClient sql, PostgresListings store, Underlying underlying, PolicyInForce inForce, Clock clock) {
        return new Warnings(new WarningStore(sql), store, underlying, inForce, clock);
    }

    @Bean(initMethod = "start")
    Rounds listingRounds(Warnings listingWarnings, @Value("${xinheng.cases.watch-seconds:60}") long seconds) {
        return new Rounds("listing-warnings", listingWarnings::run, Duration.ofSeconds(seconds));
    }

    @Bean
    HealthIndicator listingPeriodsHealth(Warnings listingWarnings) {
        return new RoundsHealth("missingWarnings", listingWarnings::missing);
    }

    @Bean
    Listings listings(PostgresListings store, ListingRecord records, PolicyInForce inForce, Clock clock) {
        return new Listings(store, records, inForce, clock);
    }
}
