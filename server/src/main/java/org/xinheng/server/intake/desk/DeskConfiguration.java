package org.xinheng.server.intake.desk;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires what the faces share. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Desk desk(Deliveries deliveries, Organisations organisations, AccessLog log, PolicyInForce inForce, Clock clock) {
        return new Desk(deliveries, organisations, log, inForce, clock);
    }
}
