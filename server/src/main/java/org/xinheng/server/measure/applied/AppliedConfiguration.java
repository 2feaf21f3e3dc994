package org.xinheng.server.measure.applied;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.ChangeWatch;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires applied measures and the watch over their grounds. */
@Configuration(proxyBeanMethods = false)
class AppliedConfiguration {

    @Bean
    Supports measureSupports(Archive archive, Organisations organisations) {
        return new Supports(archive, organisations);
    }

    @Bean
    AppliedMeasures appliedMeasures(
            JdbcClient sql,
            Supports supports,
            Organisations organisations,
            PolicyInForce inForce,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new AppliedMeasures(
                new AppliedStore(sql), supports, organisations, inForce, clock, new TransactionTemplate(transactions));
    }

    @Bean
    MeasureNotices measureNotices(JdbcClient sql, Clock clock) {
        return new MeasureNotices(sql, clock);
    }

    @Bean
    GroundFollowing groundFollowing(
            RecordChanges changes,
            AppliedMeasures measures,
            Supports supports,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        return new GroundFollowing(changes, measures, supports, sql, new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "close")
    ChangeWatch groundWatch(GroundFollowing following, @Value("${xinheng.measures.look-seconds:2}") int seconds) {
        return new ChangeWatch("grounds-of-measures", following::run, Duration.ofSeconds(seconds));
    }

    @Bean
    ApplicationRunner followGrounds(ChangeWatch groundWatch) {
        return _ -> groundWatch.start();
    }
}
