package org.xinheng.server.evaluation.run;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.evaluation.EvaluationSettings;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister;
import org.xinheng.server.policy.PolicyInForce;

/** Wires evaluation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationSettings.class)
class EvaluationConfiguration {

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
    Evaluations evaluations(PolicyInForce inForce, CityRun.Sources sources, Clock clock) {
        return new ModelEvaluations(inForce, sources, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Nightly nightlyEvaluation(Evaluations evaluations, Clock clock, EvaluationSettings settings) {
        return new Nightly(evaluations, clock, settings);
    }
}
