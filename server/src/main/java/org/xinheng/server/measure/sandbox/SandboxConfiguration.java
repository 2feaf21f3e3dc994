package org.xinheng.server.measure.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.seal.SigningKey;

/** Wires exercises. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    private static final int SLOW_AT_ONCE = 4;

    @Bean
    Sandbox sandbox(
            @Value("${xinheng.data:data}") Path folder,
            PolicyInForce inForce,
            AccessLog log,
            Clock clock,
            @Value("${xinheng.checks.sandbox.delay:20s}") Duration delay) {
        SigningKey key = SigningKey.read(folder.resolve("keys"), "sandbox-receipts");
        return new Sandbox(
                new Sandbox.Means(new Canned(), inForce, key, log, clock), new Sandbox.Settings(delay, SLOW_AT_ONCE));
    }
}
