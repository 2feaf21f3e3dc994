package org.xinheng.server.warning.follow;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.warning.WarningSettings;
import org.xinheng.server.warning.Warnings;

/** Wires early warnings. */
@Configuration(value = "warningConfiguration", proxyBeanMethods = false)
@EnableConfigurationProperties(WarningSettings.class)
class WarningConfiguration {

    @Bean
    Warnings earlyWarnings(
            Archive archive,
            PolicyInForce inForce,
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new WarningFollowing(
                archive,
                new WarningStore(sql),
                inForce,
                new WarningFollowing.Surroundings(clock, new TransactionTemplate(transactions)));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds warningRounds(Warnings warnings, WarningSettings settings) {
        return new Rounds("early-warnings", warnings::look, settings.look());
    }
}
