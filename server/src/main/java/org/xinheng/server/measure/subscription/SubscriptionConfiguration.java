package org.xinheng.server.measure.subscription;

import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.ChangeWatch;
import org.xinheng.server.measure.answer.CheckClock;
import org.xinheng.server.measure.answer.CheckRules;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.sight.Sights;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/** Wires subscriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubscriptionSettings.class)
class SubscriptionConfiguration {

    @Bean
    Imprints imprints(Sights sights, PolicyInForce inForce, CheckClock checkClock, Clock clock) {
        return new Imprints(sights, new FromPolicy<>(inForce, policy -> CheckRules.of(policy, checkClock)), clock);
    }

    @Bean
    Subscriptions.Time timeOfSubscriptions(Clock clock, PlatformTransactionManager transactions) {
        return new Subscriptions.Time(clock, new TransactionTemplate(transactions));
    }

    @Bean
    Subscriptions subscriptions(
            JdbcClient sql,
            SubscriptionFollowing.Sources sources,
            Imprints imprints,
            AccessLog log,
            Subscriptions.Time time,
            SubscriptionSettings settings) {
        return new Subscriptions(sql, sources, imprints, log, time, settings);
    }

    @Bean
    SubscriptionFollowing.Sources sourcesOfSubscriptions(
            Archive archive, Organisations organisations, PolicyInForce inForce) {
        return new SubscriptionFollowing.Sources(archive, organisations, inForce);
    }

    @Bean
    SubscriptionFollowing subscriptionFollowing(
            SubscriptionFollowing.Sources sources,
            Imprints imprints,
            QuestionReader questions,
            Subscriptions.Time time,
            JdbcClient sql) {
        return new SubscriptionFollowing(sources, imprints, questions, time, sql);
    }

    @Bean(destroyMethod = "close")
    ChangeWatch subscriptionWatch(SubscriptionFollowing following, SubscriptionSettings settings) {
        return new ChangeWatch("subscriptions", following::run, settings.look());
    }

    @Bean
    ApplicationRunner followForSubscribers(ChangeWatch subscriptionWatch) {
        return _ -> subscriptionWatch.start();
    }
}
