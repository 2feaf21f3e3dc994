package org.xinheng.server.policy;

import java.util.Map;
import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** A pack as it was loaded: what it says, and the words of its files at that moment. */
record LoadedPolicy(Policy policy, Map<String, String> texts) implements PolicyInForce {

    LoadedPolicy {
        texts = Map.copyOf(texts);
    }

    @Override
    public Optional<String> text(Rule rule) {
        return Optional.ofNullable(texts.get(rule.id()));
    }
}
