package org.xinheng.server.measure.followup;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.measure.applied.AppliedMeasures;
import org.xinheng.server.measure.feedback.Feedbacks;
import org.xinheng.server.measure.feedback.Rates;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.TodayOffer;

/** Wires feedback after checks and its pages. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    private static final int ORDER = 315;

    @Bean
    Feedbacks checkFeedbacks(
            JdbcClient sql,
            AppliedMeasures measures,
            PolicyInForce inForce,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Feedbacks(sql, measures, inForce, clock, new TransactionTemplate(transactions));
    }

    @Bean
    Rates checkRates(
            JdbcClient sql,
            Clock clock,
            Archive archive,
            KnownRecords known,
            Organisations organisations,
            PolicyInForce inForce) {
        return new Rates(sql, clock, archive, known, organisations, inForce);
    }

    @Bean
    FollowUpDesk followUpDesk(
            Feedbacks feedbacks, Rates rates, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        return new FollowUpDesk(feedbacks, rates, organisations, inForce, log);
    }

    @Bean
    TodayOffer feedbackToday(FollowUpDesk desk) {
        return desk::queues;
    }

    @Bean
    NavigationEntry.Offer followUpNavigation() {
        List<NavigationEntry> entries = List.of(
                header(ORDER, FeedbackFormPage.PATH, FeedbackText.NAV),
                header(ORDER + 1, "/check-rates", FeedbackText.NAV_RATES),
                header(ORDER + 3, MadeChecksController.PATH, FeedbackText.NAV_MADE),
                work(ORDER, FeedbackFormPage.PATH, FeedbackText.NAV),
                work(ORDER + 1, "/check-rates", FeedbackText.NAV_RATES),
                work(ORDER + 2, "/joint-cases", FeedbackText.NAV_CASES),
                work(ORDER + 3, MadeChecksController.PATH, FeedbackText.NAV_MADE));
        return () -> entries;
    }

    private static NavigationEntry header(int order, String path, FeedbackText text) {
        return new NavigationEntry(order, Place.HEADER, path, words -> words.say(text), Audience.CHECKERS);
    }

    private static NavigationEntry work(int order, String path, FeedbackText text) {
        return new NavigationEntry(order, Place.WORK, path, words -> words.say(text), Audience.OFFICE);
    }
}
