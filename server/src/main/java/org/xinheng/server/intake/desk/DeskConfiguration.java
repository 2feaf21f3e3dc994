package org.xinheng.server.intake.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.policy.PolicyInForce;

/** Wires what the faces share. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Desk desk(Deliveries deliveries, PolicyInForce inForce) {
        return new Desk(deliveries, inForce);
    }
}
