package org.xinheng.server.evaluation.given;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.release.GradeDoor;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what readers are told of grades. */
@Configuration(value = "givenGradesConfiguration", proxyBeanMethods = false)
class GivenConfiguration {

    private static final int ORDER = 64;
    private static final int OWN_ORDER = 558;

    /** Results come a moment after the records that changed them. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Bean
    Surroundings surroundingsOfGiving(
            PolicyInForce inForce,
            Evaluations evaluations,
            GradeDoor door,
            StandingConsents consents,
            Organisations organisations,
            Archive archive,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Surroundings(
                inForce,
                evaluations,
                door,
                consents,
                organisations,
                archive,
                clock,
                new TransactionTemplate(transactions));
    }

    @Bean
    Giving giving(JdbcClient sql, Surroundings around) {
        GivenStore store = new GivenStore(sql);
        GivenQueue queue = new GivenQueue(sql);
        MassGiving mass = new MassGiving(sql, store, queue, around.consents(), around.transactions());
        return new Giving(store, queue, mass, new Readers(around.inForce()), around);
    }

    @Bean
    GivenEvents givenEvents(Giving giving) {
        return new GivenEvents(giving);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty(name = "xinheng.evaluation.follow", matchIfMissing = true)
    Rounds givingFollows(Giving giving) {
        return new Rounds("given-grades", giving::look, LOOK);
    }

    @Bean
    GivenDesk givenDesk(JdbcClient sql, Surroundings around, AccessLog log) {
        return new GivenDesk(
                new GivenStore(sql),
                new GivenLines(sql),
                new GivenQueue(sql),
                new Readers(around.inForce()),
                around,
                log);
    }

    @Bean
    NavigationEntry.Offer givenNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER, Place.WORK, GivenPage.PATH, words -> words.say(GivenText.NAV), Audience.OFFICE),
                new NavigationEntry(
                        OWN_ORDER,
                        Place.MORE,
                        OwnGivenPage.PATH,
                        words -> words.say(GivenText.NAV_OWN),
                        Audience.ORGANISATIONS));
        return () -> entries;
    }
}
