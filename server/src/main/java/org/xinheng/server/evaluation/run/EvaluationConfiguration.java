package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.ChangeWatch;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.evaluation.EvaluationSettings;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister;
import org.xinheng.server.policy.PolicyInForce;

/** Wires evaluation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationSettings.class)
class EvaluationConfiguration {

    /** What no act wakes, the end of a day, is seen so soon. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Bean
    RunStore evaluationRuns(DataSource source, PlatformTransactionManager transactions) {
        return new RunStore(source, transactions);
    }

    @Bean
    CityRun.Sources evaluationSources(
            Archive archive, KnownRecords records, Organisations organisations, PastRegister register, RunStore store) {
        return new CityRun.Sources(archive, records, organisations, register, store);
    }

    @Bean
    EventStore evaluationEvents(DataSource source, PlatformTransactionManager transactions) {
        return new EventStore(source, transactions);
    }

    @Bean
    Evaluations evaluations(
            PolicyInForce inForce, CityRun.Sources sources, RecordChanges changes, EventStore events, Clock clock) {
        return new ModelEvaluations(inForce, sources, changes, events, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty(name = "xinheng.evaluation.follow", matchIfMissing = true)
    ChangeWatch evaluationsFollow(Evaluations evaluations) {
        return new ChangeWatch("evaluations", evaluations::follow, LOOK);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Nightly nightlyEvaluation(Evaluations evaluations, Clock clock, EvaluationSettings settings) {
        return new Nightly(evaluations, clock, settings);
    }
}
