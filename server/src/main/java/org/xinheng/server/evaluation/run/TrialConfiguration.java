package org.xinheng.server.evaluation.run;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister;
import org.xinheng.server.policy.PolicyInForce;

/** Wires trials of changed models. */
@Configuration(value = "modelTrialConfiguration", proxyBeanMethods = false)
class TrialConfiguration {

    @Bean
    ModelTrials.Holdings modelTrialHoldings(
            Archive archive, KnownRecords records, Organisations organisations, PastRegister register) {
        return new ModelTrials.Holdings(archive, records, organisations, register);
    }

    @Bean(destroyMethod = "close")
    ModelTrials modelTrials(PolicyInForce inForce, JdbcClient sql, ModelTrials.Holdings holdings, Clock clock) {
        return new ModelTrials(inForce, new TrialStore(sql), holdings, clock);
    }
}
