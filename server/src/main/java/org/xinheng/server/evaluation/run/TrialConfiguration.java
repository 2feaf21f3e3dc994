package org.xinheng.server.evaluation.run;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.organisation.SizeClasses;
import org.xinheng.server.policy.PolicyInForce;

/** Wires trials of changed models. */
@Configuration(value = "modelTrialConfiguration", proxyBeanMethods = false)
class TrialConfiguration {

    @Bean(destroyMethod = "close")
    ModelTrials modelTrials(
            PolicyInForce inForce, JdbcClient sql, CityRun.Sources sources, SizeClasses sizes, Clock clock) {
        return new ModelTrials(inForce, new TrialStore(sql), sources, sizes, clock);
    }
}
