package org.xinheng.server.evaluation.advice;

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
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires advice after a poor grade. */
@Configuration(value = "adviceConfiguration", proxyBeanMethods = false)
class AdviceConfiguration {

    private static final int ORDER = 63;
    private static final int OWN_ORDER = 557;

    /** Results come a moment after the records that changed them. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    Advising.Surroundings adviceSurroundings(
            PolicyInForce inForce, DocumentService documents, Clock clock, PlatformTransactionManager transactions) {
        return new Advising.Surroundings(inForce, documents, clock, new TransactionTemplate(transactions));
    }

    @Bean
    Advising advising(
            JdbcClient sql, Evaluations evaluations, Organisations organisations, Advising.Surroundings around) {
        return new Advising(new AdviceStore(sql), evaluations, organisations, around);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty(name = "xinheng.evaluation.follow", matchIfMissing = true)
    Rounds adviceFollows(Advising advising) {
        return new Rounds("advice", advising::look, LOOK);
    }

    @Bean
    AdviceDesk adviceDesk(Advising advising, Evaluations evaluations, Organisations organisations, AccessLog log) {
        return new AdviceDesk(advising, evaluations, organisations, log);
    }

    @Bean
    NavigationEntry.Offer adviceNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER, Place.WORK, AdvicePage.PATH, words -> words.say(AdviceText.NAV), Audience.OFFICE),
                new NavigationEntry(
                        OWN_ORDER,
                        Place.MORE,
                        OwnAdvicePage.PATH,
                        words -> words.say(AdviceText.NAV_OWN),
                        Audience.ORGANISATIONS));
        return () -> entries;
    }
}
