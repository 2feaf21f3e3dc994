package org.xinheng.server.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.policy.activation.ActivationStore;
import org.xinheng.server.policy.activation.Editions;
import org.xinheng.server.policy.activation.PackFolder;
import org.xinheng.server.policy.activation.PackSwitch;
import org.xinheng.server.policy.activation.StoredActivations;

/** Wires the packs: those on the shelf, the one in force, and how it changes. A faulty pack keeps the server from starting. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final String FOLDER = "policy-packs";

    /** Something that a person must look at; the server works. */
    private static final Status ATTENTION = new Status("ATTENTION");

    /** @param home folder that holds {@code policy-packs} */
    @Bean
    PackFolder packFolder(@Value("${xinheng.home:.}") Path home) {
        return new PackFolder(home.resolve(FOLDER));
    }

    @Bean
    ActivationStore activationStore(
            JdbcClient sql, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        return new ActivationStore(sql, transactions, events);
    }

    @Bean
    Editions editions(ActivationStore store, @Value("${xinheng.data:data}") Path data, Clock clock) {
        return new Editions(store, data.resolve("packs"), clock);
    }

    /** @param pack name of the pack that is in force until another one is switched on */
    @Bean
    PackSwitch packSwitch(
            PackFolder folder,
            Editions editions,
            ActivationStore store,
            Clock clock,
            @Value("${xinheng.pack:national}") String pack)
            throws IOException {
        return PackSwitch.start(folder, editions, store, clock, pack);
    }

    @Bean
    PolicyInForce policyInForce(PackSwitch packs) {
        return packs.inForce();
    }

    @Bean
    Activations activations(
            PackFolder folder, Editions editions, ActivationStore store, PackSwitch packs, Clock clock) {
        return new StoredActivations(folder, editions, store, packs, clock);
    }

    @Bean
    HealthIndicator packHealth(PackSwitch packs) {
        return () -> {
            Health.Builder health = packs.refused().isPresent() ? Health.status(ATTENTION) : Health.up();
            packs.refused().ifPresent(refused -> health.withDetail("refused", refused.id()));
            return health.withDetail("version", packs.inForce().policy().version())
                    .build();
        };
    }
}
