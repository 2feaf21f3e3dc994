package org.xinheng.server.archive.past;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the reading of the past. */
@Configuration(proxyBeanMethods = false)
class PastConfiguration {

    @Bean
    PastReading pastReading(Archive archive, PolicyInForce inForce, Clock clock) {
        return new PastReading(archive, inForce, clock);
    }
}
