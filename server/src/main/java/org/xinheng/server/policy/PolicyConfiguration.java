package org.xinheng.server.policy;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.packs.RuleText;

/** Loads the pack once, when the server starts; a faulty one keeps it from starting. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final String FOLDER = "policy-packs";

    /**
     * @param home folder that holds {@code policy-packs}
     * @param pack name of a folder in it
     */
    @Bean
    PolicyInForce policyInForce(@Value("${xinheng.home:.}") Path home, @Value("${xinheng.pack:national}") String pack)
            throws IOException {
        Path packs = home.resolve(FOLDER);
        return switch (PackLoader.load(packs, pack)) {
            case PackLoading.Loaded(Policy loaded) -> new LoadedPolicy(loaded, RuleText.all(packs, loaded.rules()));
            case PackLoading.Faulty(var faults) -> throw new PackRefused(pack, faults);
        };
    }

    @Bean
    PackShelf packShelf(@Value("${xinheng.home:.}") Path home) {
        return name -> PackLoader.load(home.resolve(FOLDER), name);
    }
}
