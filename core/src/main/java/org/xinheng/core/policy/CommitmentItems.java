package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published list of matters (信用承诺事项清单).
 *
 * @param items by id
 * @param excluded matters for which no commitment is taken (不适用事项), by id
 */
public record CommitmentItems(Map<String, CommitmentItem> items, Map<String, Rule> excluded) {

    public static final CommitmentItems NONE = new CommitmentItems(Map.of(), Map.of());

    public CommitmentItems {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    }

    public Optional<CommitmentItem> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    public List<CommitmentItem> all() {
        return List.copyOf(items.values());
    }
}
