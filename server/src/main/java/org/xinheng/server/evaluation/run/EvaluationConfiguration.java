package org.xinheng.server.evaluation.run;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires evaluation. */
@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    RunStore evaluationRuns(JdbcClient sql, PlatformTransactionManager transactions) {
        return new RunStore(sql, transactions);
    }

    @Bean
    Evaluations evaluations(
            PolicyInForce inForce, Archive archive, Organisations organisations, RunStore store, Clock clock) {
        return new ModelEvaluations(inForce, new CityRun.Sources(archive, organisations, store), clock);
    }
}
