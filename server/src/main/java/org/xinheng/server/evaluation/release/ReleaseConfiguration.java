package org.xinheng.server.evaluation.release;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires notices before a bad grade is given out. */
@Configuration(value = "gradeReleaseConfiguration", proxyBeanMethods = false)
class ReleaseConfiguration {

    private static final int ORDER = 61;
    private static final int OWN_ORDER = 556;

    @Bean
    GradeNotices.Surroundings gradeNoticeSurroundings(
            PolicyInForce inForce,
            DocumentService documents,
            Clock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new GradeNotices.Surroundings(inForce, documents, clock, new TransactionTemplate(transactions), events);
    }

    @Bean
    GradeNotices gradeNotices(
            JdbcClient sql, Evaluations evaluations, Organisations organisations, GradeNotices.Surroundings around) {
        return new GradeNotices(new NoticeStore(sql), evaluations, organisations, around);
    }

    @Bean
    NoticeDesk gradeNoticeDesk(
            GradeNotices notices,
            Evaluations evaluations,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log) {
        return new NoticeDesk(notices, evaluations, organisations, inForce, log);
    }

    @Bean
    NavigationEntry.Offer gradeNoticeNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER, Place.WORK, NoticesPage.PATH, words -> words.say(NoticeText.NAV), Audience.OFFICE),
                new NavigationEntry(
                        OWN_ORDER,
                        Place.MORE,
                        OwnNoticesPage.PATH,
                        words -> words.say(NoticeText.NAV_OWN),
                        Audience.ORGANISATIONS));
        return () -> entries;
    }
}
