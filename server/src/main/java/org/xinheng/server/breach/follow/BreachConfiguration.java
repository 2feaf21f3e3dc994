package org.xinheng.server.breach.follow;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachSettings;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Rounds;

/** Wires notices of breaches. */
@Configuration(value = "breachConfiguration", proxyBeanMethods = false)
@EnableConfigurationProperties(BreachSettings.class)
class BreachConfiguration {

    @Bean
    BreachFollowing.Holdings breachHoldings(Archive archive, Organisations organisations, JdbcClient sql) {
        return new BreachFollowing.Holdings(archive, organisations, new BreachStore(sql));
    }

    @Bean
    BreachNotices breachNotices(
            BreachFollowing.Holdings holdings,
            PolicyInForce inForce,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new BreachFollowing(holdings, inForce, clock, new TransactionTemplate(transactions));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds breachRounds(BreachNotices notices, BreachSettings settings) {
        return new Rounds("breach-notices", notices::look, settings.look());
    }
}
