package org.xinheng.server.archive.review;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the watch over the decisions of stored records. */
@Configuration(proxyBeanMethods = false)
public class ReviewConfiguration {

    @Bean
    ReviewKeeper reviewKeeper(
            GateReview review,
            JdbcClient sql,
            PolicyInForce inForce,
            Clock clock,
            @Value("${xinheng.archive.look-at-rules-every:60s}") Duration every) {
        return new ReviewKeeper(review, new ReviewLog(sql), inForce, clock, every);
    }
}
