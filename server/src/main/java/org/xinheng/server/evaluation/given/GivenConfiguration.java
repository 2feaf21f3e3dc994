package org.xinheng.server.evaluation.given;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.consent.ConsentMoved;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.EvaluationSettings;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.release.GradeDoor;
import org.xinheng.server.evaluation.release.NoticeDecided;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.EventsAgain;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.service.RoundsHealth;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what readers are told of grades. */
@Configuration(value = "givenGradesConfiguration", proxyBeanMethods = false)
class GivenConfiguration {

    private static final int ORDER = 64;
    private static final int OWN_ORDER = 558;

    private static final Duration AGAIN = Duration.ofMinutes(5);

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
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        return new Surroundings(
                inForce,
                evaluations,
                door,
                consents,
                organisations,
                archive,
                clock,
                new TransactionTemplate(transactions),
                apart);
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

    /** Also where nobody is evaluated by event: runs, rules and grants move what is given. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds givingFollows(Giving giving, EvaluationSettings settings) {
        return new Rounds("given-grades", giving::look, settings.give());
    }

    /** A revocation that could not be followed at once is not left to the next start. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds givenEventsAgain(IncompleteEventPublications again, Clock clock) {
        Set<Class<?>> events = Set.of(ConsentMoved.class, NoticeDecided.class);
        return new Rounds("given-grades-events", new EventsAgain(again, events, clock, AGAIN)::run, AGAIN);
    }

    @Bean
    HealthIndicator givenGradesHealth(JdbcClient sql, Surroundings around) {
        GivenQueue queue = new GivenQueue(sql);
        return new RoundsHealth("givenGradesStandStill", () -> queue.progress().standsStill(around.now()) ? 1 : 0);
    }

    @Bean
    GivenDesk givenDesk(JdbcClient sql, Surroundings around, AccessLog log) {
        GivenLines lines = new GivenLines(sql);
        GivenQueue queue = new GivenQueue(sql);
        Readers readers = new Readers(around.inForce());
        GivenStore store = new GivenStore(sql);
        Showing showing = new Showing(store, lines, queue, readers, around, log);
        return new GivenDesk(store, lines, queue, readers, around, showing);
    }

    @Bean
    GivenAccounts givenAccounts(JdbcClient sql, Surroundings around, AccessLog log) {
        return new GivenAccounts(new GivenLines(sql), new GivenQueue(sql), new Readers(around.inForce()), around, log);
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
