package org.xinheng.server.policy.activation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.packs.RuleText;

/** A pack as it was loaded: what it says, and the words of its files at that moment. */
record Edition(Policy policy, Map<String, String> texts) {

    Edition {
        texts = Map.copyOf(texts);
    }

    /** @param packs folder of packs from which the policy was loaded */
    static Edition of(Policy policy, Path packs) throws IOException {
        return new Edition(policy, RuleText.all(packs, policy.rules()));
    }

    String version() {
        return policy.version();
    }

    Optional<String> text(Rule rule) {
        return Optional.ofNullable(texts.get(rule.id()));
    }
}
